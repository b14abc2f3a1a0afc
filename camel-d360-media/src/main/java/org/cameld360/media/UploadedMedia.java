package org.cameld360.media;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A medium that 360dialog holds. Reads as its id where a route wants a {@code String}.
 *
 * @param id the media id: a UUID on v1, digits on v2; opaque
 * @param type {@code image}, {@code video}, {@code audio}, {@code document} or {@code sticker}
 * @param contentType the MIME type that it was uploaded as, with parameters
 * @param fileName its name, safe as a leaf name, in full Unicode
 * @param size in bytes
 * @param sha256 of the content, hex
 * @param expiresAt when 360dialog forgets it: 14 days after the upload on v1, 30 days on v2
 */
public record UploadedMedia(
        String id, String type, String contentType, String fileName, long size, String sha256, Instant expiresAt) {

    /** The fields by name, in order, the time as ISO-8601 text. This is also how it reads as JSON. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("type", type);
        map.put("contentType", contentType);
        map.put("fileName", fileName);
        map.put("size", size);
        map.put("sha256", sha256);
        map.put("expiresAt", expiresAt.toString());
        return map;
    }
}
