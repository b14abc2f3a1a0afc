package org.cameld360.media.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.Picture;
import org.cameld360.media.media.Rejections;
import org.cameld360.media.media.Track;
import org.cameld360.media.media.Tracks;

/** What a medium is, in words. */
final class Description {

    private Description() {}

    static String of(Inspection inspection) {
        List<String> parts = new ArrayList<>();
        String unproven = inspection.text() ? "text" : "unknown content";
        parts.add(inspection.contentType() == null ? unproven : inspection.contentType());
        if (inspection.picture() != null) {
            add(parts, inspection.picture());
        }
        inspection.tracks().forEach(track -> add(parts, track));
        if (inspection.duration() != null) {
            parts.add(seconds(inspection.duration()));
        }
        parts.add(Rejections.size(inspection.size()));
        if (inspection.damage() != null) {
            parts.add(Rejections.shown(inspection.damage()));
        }
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, Picture picture) {
        if (picture.width() > 0 && picture.height() > 0) {
            parts.add(picture.width() + "x" + picture.height());
        }
        String colour = picture.colour() == Picture.Colour.UNKNOWN
                ? ""
                : picture.colour().name().replace('_', ' ');
        String depth = picture.bitDepth() > 0 ? picture.bitDepth() + "-bit" : "";
        String both = (depth + " " + colour).strip();
        if (!both.isEmpty()) {
            parts.add(both);
        }
        if (picture.animated()) {
            parts.add("animated");
        }
    }

    private static void add(List<String> parts, Track track) {
        String codec = Tracks.name(track.codec());
        switch (track.kind()) {
            case VIDEO -> parts.add("video " + codec);
            case AUDIO -> parts.add("sound " + codec + channels(track.channels()));
            case OTHER -> parts.add("a track of " + codec);
        }
    }

    private static String channels(int channels) {
        return switch (channels) {
            case 0 -> "";
            case 1 -> " mono";
            case 2 -> " stereo";
            default -> " of " + channels + " channels";
        };
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
    }
}
