package org.cameld360.media.media.inspect;

import java.io.IOException;
import java.util.Set;
import org.cameld360.media.media.Track;
import org.cameld360.media.media.Track.Kind;
import org.jspecify.annotations.Nullable;

/** The index of an ISO base media file: its duration and its tracks. */
final class Movie {

    private static final Set<String> STILLS = Set.of("mjpeg", "png");

    private final Findings findings;
    private final Brand brand;
    private boolean fragmented;

    Movie(Findings findings, Brand brand) {
        this.findings = findings;
        this.brand = brand;
    }

    boolean isFragmented() {
        return fragmented;
    }

    void read(Box moov) throws IOException {
        long perSecond = 0;
        for (Box box = moov.first(0); box != null; box = box.next()) {
            switch (box.type()) {
                case "mvhd" -> {
                    boolean wide = box.view().u8(box.content()) == 1;
                    perSecond = box.view().u32(box.content() + (wide ? 20 : 12));
                    findings.duration(units(box, wide, wide ? 24 : 16), perSecond);
                }
                case "trak" -> track(box);
                case "mvex" -> {
                    fragmented = true;
                    Box length = box.child("mehd", 0);
                    if (length != null) {
                        findings.duration(units(length, length.view().u8(length.content()) == 1, 4), perSecond);
                    }
                }
                default -> {}
            }
        }
    }

    /** All bits set means that it is not known. */
    private static long units(Box box, boolean wide, int offset) throws IOException {
        long at = box.content() + offset;
        long units = wide ? box.view().i64(at) : box.view().u32(at);
        return units == 0xFFFFFFFFL ? 0 : units;
    }

    private void track(Box trak) throws IOException {
        Box media = trak.child("mdia", 0);
        Box handler = media == null ? null : media.child("hdlr", 0);
        Box samples = media == null ? null : media.descendant("minf", "stbl");
        Kind kind = kind(handler);
        Box formats = samples == null ? null : samples.child("stsd", 0);
        findings.track(formats == null ? new Track(kind, "unknown", 0) : still(SampleEntry.track(formats, kind)));
        if (samples != null) {
            reach(samples);
        }
    }

    private static Kind kind(@Nullable Box handler) throws IOException {
        if (handler == null) {
            return Kind.OTHER;
        }
        return switch (handler.view().latin1(handler.content() + 8, 4)) {
            case "vide" -> Kind.VIDEO;
            case "soun" -> Kind.AUDIO;
            default -> Kind.OTHER;
        };
    }

    /** The pictures of an audio book's chapters are not what a player would show as a video. */
    private Track still(Track track) {
        boolean still = brand == Brand.MP4_AUDIO && track.kind() == Kind.VIDEO && STILLS.contains(track.codec());
        return still ? new Track(Kind.OTHER, track.codec(), 0) : track;
    }

    /** The last chunk has to begin within the file. */
    private void reach(Box samples) throws IOException {
        Box offsets = samples.child("stco", 0);
        Box wideOffsets = offsets == null ? samples.child("co64", 0) : null;
        if (offsets != null) {
            long count = offsets.view().u32(offsets.content() + 4);
            check(offsets, count, 4);
        } else if (wideOffsets != null) {
            check(wideOffsets, wideOffsets.view().u32(wideOffsets.content() + 4), 8);
        }
    }

    private void check(Box offsets, long count, int width) throws IOException {
        View view = offsets.view();
        long at = offsets.content() + 8 + (count - 1) * width;
        if (count == 0 || at + width > offsets.end()) {
            return;
        }
        long last = width == 4 ? view.u32(at) : view.i64(at);
        if (last < 0 || last >= view.length()) {
            findings.damage("cut off: it is shorter than its index says");
        }
    }
}
