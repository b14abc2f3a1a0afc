package org.cameld360.media.media;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the tracks of a medium have in common, and how they are called. */
public final class Tracks {

    private static final String UNKNOWN = "unknown:";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("h264", "H.264"),
            Map.entry("hevc", "HEVC (H.265)"),
            Map.entry("av1", "AV1"),
            Map.entry("vp8", "VP8"),
            Map.entry("vp9", "VP9"),
            Map.entry("h263", "H.263"),
            Map.entry("mpeg4", "MPEG-4 Part 2"),
            Map.entry("theora", "Theora"),
            Map.entry("opus", "Opus"),
            Map.entry("vorbis", "Vorbis"),
            Map.entry("speex", "Speex"),
            Map.entry("amr-nb", "AMR"),
            Map.entry("amr-wb", "AMR-WB"));

    private Tracks() {}

    static List<Track> of(Inspection inspection, Track.Kind kind) {
        return inspection.tracks().stream()
                .filter(track -> track.kind() == kind)
                .toList();
    }

    static boolean has(Inspection inspection, Track.Kind kind) {
        return !of(inspection, kind).isEmpty();
    }

    static Set<String> codecs(Inspection inspection, Track.Kind kind) {
        return of(inspection, kind).stream().map(Track::codec).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The name of a codec as people know it. */
    public static String name(String codec) {
        if (codec.startsWith(UNKNOWN)) {
            return "'" + Rejections.shown(codec.substring(UNKNOWN.length())) + "'";
        }
        String name = NAMES.get(codec);
        return name != null ? name : Rejections.shown(codec).toUpperCase(Locale.ROOT);
    }

    static String names(Set<String> codecs) {
        return codecs.stream().sorted().map(Tracks::name).collect(Collectors.joining(", "));
    }
}
