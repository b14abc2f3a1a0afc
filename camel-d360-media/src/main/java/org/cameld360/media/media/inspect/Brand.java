package org.cameld360.media.media.inspect;

import java.io.IOException;
import java.util.Set;

/** What the brand of an ISO base media file says it is. */
enum Brand {
    MP4("video/mp4"),
    MP4_AUDIO("video/mp4"),
    MP3GPP("video/3gpp"),
    MP3GPP2("video/3gpp2"),
    QUICKTIME("video/quicktime"),
    HEIC("image/heic"),
    HEIC_SEQUENCE("image/heic"),
    AVIF("image/avif"),
    AVIF_SEQUENCE("image/avif"),
    CANON_RAW("image/x-canon-cr3");

    private static final Set<String> HEIC_SEQUENCES = Set.of("hevc", "hevx", "hevm", "hevs", "msf1");
    private static final int COMPATIBLE = 16;

    /** Where nothing within it says otherwise. */
    final String contentType;

    Brand(String contentType) {
        this.contentType = contentType;
    }

    boolean isImage() {
        return contentType.startsWith("image/");
    }

    boolean isSequence() {
        return this == HEIC_SEQUENCE || this == AVIF_SEQUENCE;
    }

    /** Of a file that begins with this box. */
    static Brand of(Box type) throws IOException {
        View view = type.view();
        String major = view.latin1(type.content(), 4);
        if (major.startsWith("3g2")) {
            return MP3GPP2;
        }
        if (major.startsWith("3g")) {
            return MP3GPP;
        }
        if (HEIC_SEQUENCES.contains(major)) {
            return isCompatible(type, "avis") ? AVIF_SEQUENCE : HEIC_SEQUENCE;
        }
        if (major.startsWith("hei") || major.equals("mif1")) {
            return isCompatible(type, "avif") ? AVIF : HEIC;
        }
        return switch (major) {
            case "avif" -> AVIF;
            case "avis" -> AVIF_SEQUENCE;
            case "qt  " -> QUICKTIME;
            case "crx " -> CANON_RAW;
            case "M4A ", "M4B " -> MP4_AUDIO;
            default -> MP4;
        };
    }

    private static boolean isCompatible(Box type, String brand) throws IOException {
        for (long at = type.start() + COMPATIBLE; at < Math.min(type.end(), type.start() + 256); at += 4) {
            if (type.view().has(at, brand)) {
                return true;
            }
        }
        return false;
    }
}
