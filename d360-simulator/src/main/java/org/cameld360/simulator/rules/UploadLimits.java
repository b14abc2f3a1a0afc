package org.cameld360.simulator.rules;

import static org.cameld360.simulator.rules.Megabytes.kb;
import static org.cameld360.simulator.rules.Megabytes.mb;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cameld360.simulator.media.ContentType;

/**
 * The types that a Cloud upload may declare, with the size that each may have: the list that a refused upload is answered with, and
 * the limits of Meta's table of supported media. Whether the size is checked at the upload or only later is not documented.
 */
public final class UploadLimits {

    private static final Map<String, Long> LIMITS = limits();

    private UploadLimits() {}

    /** Empty where the type is not accepted. A {@code codecs} parameter is, for OGG, and only with Opus. */
    public static Optional<Long> of(ContentType type) {
        boolean plain = type.codecs().isEmpty();
        boolean opus = type.base().equals("audio/ogg") && type.codecs().equals("opus");
        return plain || opus ? Optional.ofNullable(LIMITS.get(type.base())) : Optional.empty();
    }

    /** In the order of the API's own message. */
    public static Collection<String> types() {
        return LIMITS.keySet();
    }

    private static Map<String, Long> limits() {
        Map<String, Long> limits = new LinkedHashMap<>();
        limits.put("audio/aac", mb(16));
        limits.put("audio/mp4", mb(16));
        limits.put("audio/mpeg", mb(16));
        limits.put("audio/amr", mb(16));
        limits.put("audio/ogg", mb(16));
        limits.put("audio/opus", mb(16));
        limits.put("application/vnd.ms-powerpoint", mb(100));
        limits.put("application/msword", mb(100));
        limits.put("application/vnd.openxmlformats-officedocument.wordprocessingml.document", mb(100));
        limits.put("application/vnd.openxmlformats-officedocument.presentationml.presentation", mb(100));
        limits.put("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", mb(100));
        limits.put("application/pdf", mb(100));
        limits.put("text/plain", mb(100));
        limits.put("application/vnd.ms-excel", mb(100));
        limits.put("image/jpeg", mb(5));
        limits.put("image/png", mb(5));
        limits.put("image/webp", kb(500));
        limits.put("video/mp4", mb(16));
        limits.put("video/3gpp", mb(16));
        return limits;
    }

    static Set<String> allBut(String type) {
        return LIMITS.keySet().stream().filter(other -> !other.equals(type)).collect(Collectors.toUnmodifiableSet());
    }
}
