package org.cameld360.media.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the tracks of a container break of the rules. Tracks that can't be seen are not held against it, unless proof is asked for. */
record TrackBreaches(Inspection inspection, TrackRule rule, String within, String api) {

    static List<Breach> of(Inspection inspection, String found, TrackRule rule, MediaType type, String api) {
        String within = type == MediaType.AUDIO ? ContentTypes.bare(found) : type.withArticle();
        TrackBreaches tracks = new TrackBreaches(inspection, rule, within, api);
        boolean seen = Tracks.has(inspection, Track.Kind.AUDIO) || found.equals(ContentTypes.OGG_OPUS);
        if (rule.proof() && !seen) {
            return List.of(tracks.unproven());
        }
        if (inspection.tracks().isEmpty()) {
            return List.of();
        }
        List<Breach> breaches = new ArrayList<>();
        add(breaches, tracks.pictures());
        add(breaches, tracks.sound());
        add(breaches, tracks.count());
        add(breaches, tracks.channels());
        return breaches;
    }

    private static void add(List<Breach> breaches, @Nullable Breach breach) {
        if (breach != null) {
            breaches.add(breach);
        }
    }

    private Breach unproven() {
        String allowed = Tracks.names(rule.audio());
        return new Breach(
                "codec",
                allowed,
                "what its sound is can't be seen, and " + api + " takes only " + allowed + " in " + within,
                "Re-encode the sound as " + allowed);
    }

    private @Nullable Breach pictures() {
        Set<String> found = Tracks.codecs(inspection, Track.Kind.VIDEO);
        String allowed = Tracks.names(rule.video());
        if (found.isEmpty()) {
            return rule.video().isEmpty()
                    ? null
                    : new Breach(
                            "codec",
                            allowed,
                            "it holds no moving pictures, and " + api + " takes only " + allowed + " in " + within,
                            "Save the sound alone, as AAC in .m4a");
        }
        if (rule.video().isEmpty()) {
            return new Breach(
                    "codec",
                    "sound only",
                    "it holds pictures, and " + api + " takes only sound in " + within,
                    "Remove the pictures");
        }
        return foreign(found, rule.video(), "pictures are");
    }

    private @Nullable Breach sound() {
        Set<String> found = Tracks.codecs(inspection, Track.Kind.AUDIO);
        if (found.isEmpty() && rule.video().isEmpty()) {
            return new Breach("codec", Tracks.names(rule.audio()), "it holds no sound", "Record it again");
        }
        return foreign(found, rule.audio(), "sound is");
    }

    private @Nullable Breach foreign(Set<String> found, Set<String> allowed, String what) {
        Set<String> foreign = new TreeSet<>(found);
        foreign.removeAll(allowed);
        if (foreign.isEmpty()) {
            return null;
        }
        String names = Tracks.names(allowed);
        return new Breach(
                "codec",
                names,
                "its " + what + " " + Tracks.names(foreign) + ", and " + api + " takes only " + names + " in " + within,
                "Re-encode the " + what.substring(0, what.indexOf(' ')) + " as " + names);
    }

    private @Nullable Breach count() {
        int found = Tracks.of(inspection, Track.Kind.AUDIO).size();
        if (found <= rule.maxAudioTracks()) {
            return null;
        }
        String limit = rule.maxAudioTracks() + " sound track" + (rule.maxAudioTracks() == 1 ? "" : "s");
        return new Breach(
                "streams",
                limit,
                "it has " + found + " sound tracks, and " + api + " takes at most " + rule.maxAudioTracks() + " in "
                        + within,
                "Keep one of them");
    }

    private @Nullable Breach channels() {
        int found = Tracks.of(inspection, Track.Kind.AUDIO).stream()
                .mapToInt(Track::channels)
                .max()
                .orElse(0);
        if (rule.maxChannels() == 0 || found <= rule.maxChannels()) {
            return null;
        }
        String limit = rule.maxChannels() == 1 ? "mono" : rule.maxChannels() + " channels";
        return new Breach(
                "channels",
                limit,
                "its sound has " + found + " channels, and " + api + " takes only " + limit + " in " + within,
                "Re-encode it in " + limit);
    }
}
