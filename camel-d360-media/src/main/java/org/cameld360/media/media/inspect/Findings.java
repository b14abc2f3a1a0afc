package org.cameld360.media.media.inspect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.Picture;
import org.cameld360.media.media.Track;
import org.jspecify.annotations.Nullable;

/** Collects what a reader finds, so that it is kept when the reading ends early. */
final class Findings {

    private static final int MOST_TRACKS = 200;

    private @Nullable String contentType;
    private @Nullable Picture picture;
    private final List<Track> tracks = new ArrayList<>();
    private @Nullable Duration duration;
    private @Nullable String damage;

    /** Where headers disagree, what is told last. */
    void contentType(String proven) {
        contentType = proven;
    }

    @Nullable
    String contentType() {
        return contentType;
    }

    void picture(Picture found) {
        picture = found;
    }

    @Nullable
    Picture picture() {
        return picture;
    }

    void track(Track track) throws Broken {
        if (tracks.size() == MOST_TRACKS) {
            throw Broken.tooIntricate();
        }
        tracks.add(track);
    }

    List<Track> tracks() {
        return tracks;
    }

    boolean has(Track.Kind kind) {
        return tracks.stream().anyMatch(track -> track.kind() == kind);
    }

    /**
     * @param units how long it is; nothing is told where that is not above 0
     * @param perSecond how many of them make a second; nothing is told where that is not above 0
     */
    void duration(long units, long perSecond) {
        if (units > 0 && perSecond > 0 && perSecond <= Integer.MAX_VALUE) {
            long millis = units % perSecond * 1_000 / perSecond;
            duration = Duration.ofSeconds(units / perSecond).plusMillis(millis);
        }
    }

    @Nullable
    Duration duration() {
        return duration;
    }

    /** Where several things are wrong, the first. */
    void damage(@Nullable String found) {
        if (damage == null) {
            damage = found;
        }
    }

    Inspection inspection(boolean text, long size) {
        return new Inspection(contentType, text, size, picture, tracks, duration, damage);
    }
}
