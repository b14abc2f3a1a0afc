package org.cameld360.media.media;

import java.util.List;

/** Builds wishes and inspections for table tests. */
record Wishes(
        MediaType type,
        String contentType,
        String claimedType,
        String fileName,
        Validation validation,
        boolean documentInstead) {

    static final Wishes NONE = new Wishes(null, null, null, null, Validation.STRICT, false);

    static Wishes named(String fileName) {
        return new Wishes(null, null, null, fileName, Validation.STRICT, false);
    }

    Wishes as(MediaType wanted) {
        return new Wishes(wanted, contentType, claimedType, fileName, validation, documentInstead);
    }

    Wishes set(String type) {
        return new Wishes(type(), type, claimedType, fileName, validation, documentInstead);
    }

    Wishes claimed(String claim) {
        return new Wishes(type, contentType, claim, fileName, validation, documentInstead);
    }

    Wishes with(Validation other) {
        return new Wishes(type, contentType, claimedType, fileName, other, documentInstead);
    }

    Wishes orDocument() {
        return new Wishes(type, contentType, claimedType, fileName, validation, true);
    }

    MediaDecision decide(Inspection inspection, MediaRules rules) {
        return MediaDecision.of(
                inspection,
                new MediaWish(type, contentType, claimedType, fileName, validation, documentInstead),
                rules);
    }

    /** What is decided where nothing speaks against it and the name is right. */
    static MediaDecision going(MediaType type, String contentType, String name) {
        return new MediaDecision(type, contentType, name, name, List.of());
    }

    static Inspection proven(String contentType) {
        return proven(contentType, 1_000);
    }

    static Inspection proven(String contentType, long size) {
        return new Inspection(contentType, false, false, size);
    }

    static Inspection animated(long size) {
        return new Inspection("image/webp", false, true, size);
    }

    static Inspection text() {
        return new Inspection(null, true, false, 1_000);
    }

    static Inspection unknown() {
        return new Inspection(null, false, false, 1_000);
    }

    static MediaRules rules(String version) {
        return version.equals("v1") ? MediaRules.V1 : MediaRules.V2;
    }
}
