package org.cameld360.media.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.Track;
import org.cameld360.media.media.Track.Kind;

/** What another reader tells of media, beside what is told here. */
final class Differences {

    private final List<String> rows = new ArrayList<>();
    private int compared;

    /** What is told here, by the names under which the other reader tells the same. */
    static Map<String, String> facts(Inspection found) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("type", found.contentType() == null ? "-" : found.contentType());
        if (found.picture() != null) {
            facts.put("size", found.picture().width() + "x" + found.picture().height());
            facts.put("bits", "" + found.picture().bitDepth());
            facts.put("colour", "" + found.picture().colour());
            facts.put("animated", "" + found.picture().animated());
        }
        facts.put("video", tracks(found, Kind.VIDEO));
        facts.put("audio", tracks(found, Kind.AUDIO));
        facts.put(
                "duration",
                found.duration() == null ? "-" : "" + found.duration().toMillis());
        return facts;
    }

    /** Only what the other tells is compared. */
    void compare(String sample, Map<String, String> theirs, Map<String, String> ours) {
        String name = sample.substring(sample.lastIndexOf('/') + 1);
        theirs.forEach((fact, value) -> {
            compared++;
            String here = ours.getOrDefault(fact, "-");
            if (!here.equals(value)) {
                rows.add(name + " | " + fact + " | " + value + " | " + here);
            }
        });
    }

    /**
     * @param table sample, fact, what the other tells, what is told here, and why they differ
     */
    void areExplainedBy(String table) {
        List<String> explained = Arrays.stream(table.strip().split("\n"))
                .map(line -> Arrays.stream(line.split("\\|"))
                        .limit(4)
                        .map(String::strip)
                        .collect(Collectors.joining(" | ")))
                .toList();
        assertThat(compared).isGreaterThan(100);
        assertThat(rows).containsExactlyInAnyOrderElementsOf(explained);
    }

    private static String tracks(Inspection found, Kind kind) {
        String tracks = found.tracks().stream()
                .filter(track -> track.kind() == kind)
                .map(track -> kind == Kind.AUDIO ? sound(track) : track.codec())
                .collect(Collectors.joining(" + "));
        return tracks.isEmpty() ? "-" : tracks;
    }

    private static String sound(Track track) {
        return track.codec() + "/" + track.channels();
    }
}
