package org.cameld360.media.client;

/**
 * Requests that share a limit. v1 has one for messages and one for everything else; v2 has one for uploads, one for
 * messages, and blocks gets on their own.
 */
enum Lane {
    MESSAGES,
    MEDIA,
    UPLOADS,
    GETS,
    DOWNLOADS,
    DELETES;

    static Lane of(ApiVersion version, ApiOperation operation) {
        if (operation == ApiOperation.SEND) {
            return MESSAGES;
        }
        return version == ApiVersion.V1
                ? MEDIA
                : switch (operation) {
                    case UPLOAD -> UPLOADS;
                    case GET -> GETS;
                    case DOWNLOAD -> DOWNLOADS;
                    default -> DELETES;
                };
    }

    /** How many a second; 0 for no limit. */
    int rate(TrafficLimits limits) {
        return switch (this) {
            case MESSAGES -> limits.messages();
            case MEDIA, UPLOADS -> limits.uploads();
            case GETS, DOWNLOADS, DELETES -> 0;
        };
    }
}
