package org.cameld360.media.media.inspect;

import java.io.IOException;
import java.util.Map;
import org.cameld360.media.media.Track;
import org.cameld360.media.media.Track.Kind;

/** Matroska and WebM (RFC 9559): the document type, the duration and the tracks, which stand before the media data. */
final class Matroska {

    private static final int DOCTYPE = 0x4282;
    private static final int SEGMENT = 0x18538067;
    private static final int INFO = 0x1549A966;
    private static final int TIMESTAMP_SCALE = 0x2AD7B1;
    private static final int DURATION = 0x4489;
    private static final int TRACKS = 0x1654AE6B;
    private static final int TRACK = 0xAE;
    private static final int TRACK_TYPE = 0x83;
    private static final int CODEC = 0x86;
    private static final int AUDIO = 0xE1;
    private static final int CHANNELS = 0x9F;
    private static final int CLUSTER = 0x1F43B675;

    private static final Map<String, String> CODECS = Map.ofEntries(
            Map.entry("V_VP8", "vp8"),
            Map.entry("V_VP9", "vp9"),
            Map.entry("V_AV1", "av1"),
            Map.entry("V_MPEG4/ISO/AVC", "h264"),
            Map.entry("V_MPEGH/ISO/HEVC", "hevc"),
            Map.entry("V_MPEG4/ISO/ASP", "mpeg4"),
            Map.entry("V_MPEG4/ISO/SP", "mpeg4"),
            Map.entry("V_MPEG2", "mpeg2"),
            Map.entry("V_MPEG1", "mpeg1"),
            Map.entry("V_THEORA", "theora"),
            Map.entry("V_MJPEG", "mjpeg"),
            Map.entry("A_OPUS", "opus"),
            Map.entry("A_VORBIS", "vorbis"),
            Map.entry("A_AAC", "aac"),
            Map.entry("A_MPEG/L3", "mp3"),
            Map.entry("A_MPEG/L2", "mp2"),
            Map.entry("A_AC3", "ac3"),
            Map.entry("A_EAC3", "eac3"),
            Map.entry("A_DTS", "dts"),
            Map.entry("A_FLAC", "flac"),
            Map.entry("A_ALAC", "alac"),
            Map.entry("A_PCM/INT/LIT", "pcm"),
            Map.entry("A_PCM/INT/BIG", "pcm"),
            Map.entry("A_PCM/FLOAT/IEEE", "pcm"));

    private Matroska() {}

    static boolean read(View view, Findings findings) throws IOException {
        if (!view.has(0, "\u001AE\u00DF\u00A3")) {
            return false;
        }
        Ebml header = Ebml.at(view, 0, view.length());
        boolean webm = false;
        for (Ebml child = header == null ? null : header.first(); child != null; child = child.next()) {
            if (child.id() == DOCTYPE) {
                webm = child.text().equals("webm");
            }
        }
        String subtype = webm ? "webm" : "x-matroska";
        findings.contentType("video/" + subtype);
        try {
            for (Ebml child = header == null ? null : header.next(); child != null; child = child.next()) {
                if (child.id() == SEGMENT) {
                    segment(child, findings);
                    break;
                }
            }
        } finally {
            if (findings.has(Kind.AUDIO) && !findings.has(Kind.VIDEO)) {
                findings.contentType("audio/" + subtype);
            }
        }
        return true;
    }

    private static void segment(Ebml segment, Findings findings) throws IOException {
        boolean known = false;
        for (Ebml child = segment.first(); child != null && !known; child = child.next()) {
            if (child.id() == INFO) {
                duration(child, findings);
            } else if (child.id() == TRACKS) {
                tracks(child, findings);
                known = true;
            } else if (child.id() == CLUSTER && !child.hasSize()) {
                break;
            }
        }
        if (segment.hasSize() && segment.end() > segment.view().length()) {
            findings.damage("cut off: it is shorter than its headers say");
        }
        if (!known) {
            findings.damage("damaged: it doesn't say what its tracks are");
        }
    }

    private static void duration(Ebml info, Findings findings) throws IOException {
        long nanos = 1_000_000;
        double length = 0;
        for (Ebml child = info.first(); child != null; child = child.next()) {
            if (child.id() == TIMESTAMP_SCALE) {
                nanos = child.number();
            } else if (child.id() == DURATION) {
                length = child.real();
            }
        }
        findings.duration((long) (length * nanos / 1_000_000), 1_000);
    }

    private static void tracks(Ebml tracks, Findings findings) throws IOException {
        for (Ebml child = tracks.first(); child != null; child = child.next()) {
            if (child.id() == TRACK) {
                findings.track(track(child));
            }
        }
    }

    private static Track track(Ebml entry) throws IOException {
        Kind kind = Kind.OTHER;
        String codec = "unknown";
        long channels = 0;
        for (Ebml child = entry.first(); child != null; child = child.next()) {
            switch ((int) child.id()) {
                case TRACK_TYPE ->
                    kind = child.number() == 1 ? Kind.VIDEO : child.number() == 2 ? Kind.AUDIO : Kind.OTHER;
                case CODEC -> codec = codec(child.text());
                case AUDIO -> channels = channels(child);
                default -> {}
            }
        }
        return new Track(kind, codec, kind == Kind.AUDIO ? (int) Math.min(channels, 255) : 0);
    }

    private static String codec(String id) {
        String known = CODECS.get(id.startsWith("A_AAC") ? "A_AAC" : id);
        return known != null ? known : IsoCodec.unknown(id);
    }

    /** Where it isn't told it is one (RFC 9559, section 5.1.4.1.29.3). */
    private static long channels(Ebml audio) throws IOException {
        for (Ebml child = audio.first(); child != null; child = child.next()) {
            if (child.id() == CHANNELS) {
                return child.number();
            }
        }
        return 1;
    }
}
