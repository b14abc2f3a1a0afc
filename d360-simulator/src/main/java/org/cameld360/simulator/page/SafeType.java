package org.cameld360.simulator.page;

import java.util.Map;
import org.cameld360.simulator.media.ContentType;

/**
 * As what a browser gets media. Only what cannot run is shown; all else, markup first of all, is nothing but bytes to be saved.
 *
 * @param show {@code image}, {@code video}, {@code audio}, or {@code none} for what can only be saved
 */
record SafeType(String contentType, String show) {

    private static final SafeType BYTES = new SafeType("application/octet-stream", "none");

    private static final Map<String, String> SHOWN = Map.ofEntries(
            Map.entry("image/jpeg", "image"),
            Map.entry("image/png", "image"),
            Map.entry("image/webp", "image"),
            Map.entry("video/mp4", "video"),
            Map.entry("video/3gpp", "video"),
            Map.entry("audio/aac", "audio"),
            Map.entry("audio/amr", "audio"),
            Map.entry("audio/mp4", "audio"),
            Map.entry("audio/mpeg", "audio"),
            Map.entry("audio/ogg", "audio"));

    static SafeType of(String declared) {
        return ContentType.parse(declared)
                .map(ContentType::base)
                .filter(SHOWN::containsKey)
                .map(base -> new SafeType(base, SHOWN.getOrDefault(base, "none")))
                .orElse(BYTES);
    }

    boolean isShown() {
        return !show.equals("none");
    }
}
