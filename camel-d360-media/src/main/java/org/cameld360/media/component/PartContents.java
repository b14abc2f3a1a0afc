package org.cameld360.media.component;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.cameld360.media.client.OutgoingMessage.ById;
import org.cameld360.media.client.OutgoingMessage.ByLink;
import org.cameld360.media.media.Contents;
import org.cameld360.media.media.Digests;
import org.jspecify.annotations.Nullable;

/** By what the medium of a part is known again in a report. A link may be signed, so that only its hash stands there. */
final class PartContents {

    private static final String HASH = "sha256:";

    private PartContents() {}

    /** {@code null} where it can't be told. Reads media as a whole. */
    static @Nullable String of(SendPart part) {
        if (part instanceof SendPart.ToUpload upload) {
            try {
                return ofHash(Contents.sha256(upload.media().source()));
            } catch (IOException e) {
                return null;
            }
        }
        if (!(part instanceof SendPart.Referenced referenced)) {
            return null;
        }
        if (referenced.reference() instanceof ByLink byLink) {
            byte[] link = byLink.link().toString().getBytes(StandardCharsets.UTF_8);
            return "link:" + HexFormat.of().formatHex(Digests.sha256().digest(link));
        }
        return referenced.reference() instanceof ById byId ? "id:" + byId.mediaId() : null;
    }

    /** @param sha256 of the content, hex */
    static String ofHash(String sha256) {
        return HASH + sha256;
    }

    /** The hash of the content, hex, or {@code null} where it stands for something else. */
    static @Nullable String hashIn(@Nullable String content) {
        return content != null && content.startsWith(HASH) ? content.substring(HASH.length()) : null;
    }
}
