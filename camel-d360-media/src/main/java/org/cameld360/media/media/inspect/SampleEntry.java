package org.cameld360.media.media.inspect;

import java.io.IOException;
import java.util.Set;
import org.cameld360.media.media.Track;
import org.cameld360.media.media.Track.Kind;
import org.jspecify.annotations.Nullable;

/** The description of a track's samples: the codec, and for sound the channels. */
final class SampleEntry {

    private static final int COUNT = 8;
    private static final int VISUAL = 78;
    private static final int AUDIO = 28;

    /** Of these, most writers say 2 whatever they hold. */
    private static final Set<String> UNTOLD = Set.of("mp3", "ac3", "eac3", "ac4");

    private SampleEntry() {}

    /** By the first description; others may follow where something was joined, and are of the same codec then. */
    static Track track(Box formats, Kind kind) throws IOException {
        Box entry = formats.first(COUNT);
        if (entry == null) {
            return new Track(kind, "unknown", 0);
        }
        return switch (kind) {
            case AUDIO -> audio(entry);
            case VIDEO -> video(entry);
            case OTHER -> new Track(kind, IsoCodec.of(entry.type()), 0);
        };
    }

    private static Track video(Box entry) throws IOException {
        String codec = IsoCodec.of(entry.type());
        if (codec.equals("mpeg4")) {
            Esds esds = Esds.in(child(entry, "esds", VISUAL));
            codec = esds == null ? codec : esds.videoCodec();
        }
        return new Track(Kind.VIDEO, codec, 0);
    }

    private static Track audio(Box entry) throws IOException {
        View view = entry.view();
        int version = view.u16(entry.content() + 8);
        int fields = AUDIO + (version == 1 ? 16 : version == 2 ? 36 : 0); // 1 and 2 are QuickTime's
        long channels = version == 2 ? view.u32(entry.content() + 40) : view.u16(entry.content() + 16);
        String codec = IsoCodec.of(entry.type());
        if (codec.equals("aac")) {
            Box description = child(entry, "esds", fields);
            Box wave = description == null ? child(entry, "wave", fields) : null;
            Esds esds = Esds.in(wave == null ? description : child(wave, "esds", 0));
            if (esds != null) {
                codec = esds.audioCodec();
                channels = esds.channels() > 0 ? esds.channels() : channels;
            }
        }
        return new Track(Kind.AUDIO, codec, UNTOLD.contains(codec) ? 0 : (int) Math.min(channels, 255));
    }

    /** What follows the fields is often padded, so what is no box ends the search. */
    private static @Nullable Box child(Box entry, String type, int fields) throws IOException {
        try {
            return entry.child(type, fields);
        } catch (Broken e) {
            return null;
        }
    }
}
