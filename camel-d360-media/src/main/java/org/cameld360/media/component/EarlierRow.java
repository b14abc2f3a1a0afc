package org.cameld360.media.component;

import java.time.Instant;
import org.cameld360.media.ErrorFacts;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.SendReport.Row;
import org.cameld360.media.UploadedMedia;
import org.cameld360.media.client.ApiVersion;
import org.cameld360.media.client.D360Client;
import org.cameld360.media.client.HeldMedia;
import org.cameld360.media.media.MediaDecision;
import org.cameld360.media.media.MediaType;
import org.cameld360.media.media.PhoneNumber;
import org.cameld360.media.media.Rejections;
import org.jspecify.annotations.Nullable;

/** A row of an earlier report, together with the part that it tells of. Of what it says no more is believed than is needed. */
record EarlierRow(Row row, PlannedPart planned, PhoneNumber to) {

    /** {@code null} where it was not sent, so that it goes now. */
    SendProgress.@Nullable Settled settled() {
        if (row.isSent()) {
            return new SendProgress.Settled(again(null), null);
        }
        if (!row.inDoubt()) {
            return null;
        }
        String reason = row.reason() == null
                ? "An earlier attempt left it in doubt whether the message was accepted."
                : Rejections.onOneLine(row.reason());
        return new SendProgress.Settled(again(reason), new SendInDoubtException(reason, ErrorFacts.NONE, null));
    }

    private Row again(@Nullable String reason) {
        MediaType type =
                MediaType.of(String.valueOf(row.type())).orElse(planned.part().type());
        return new Row(
                planned.number(),
                to.digits(),
                planned.part().fileName(),
                type == null ? null : type.value(),
                null,
                row.mediaId(),
                row.messageId(),
                reason != null,
                reason);
    }

    /**
     * The id that the same content got, or {@code null} where there is none that could serve. Whether it is still there is
     * seen when it is sent.
     */
    @Nullable
    HeldMedia held(ApiVersion version, Instant expiresAt) {
        String id = row.mediaId();
        String sha256 = PartContents.hashIn(row.content());
        if (id == null || sha256 == null || !(planned.part() instanceof SendPart.ToUpload upload)) {
            return null;
        }
        MediaDecision decision = upload.media().decision();
        if (!decision.type().value().equals(row.type()) || !isId(version, id)) {
            return null;
        }
        UploadedMedia media = new UploadedMedia(
                id,
                decision.type().value(),
                decision.contentType(),
                decision.fileName(),
                upload.media().source().length(),
                sha256,
                expiresAt);
        return new HeldMedia(media, true);
    }

    private static boolean isId(ApiVersion version, String id) {
        try {
            D360Client.checkId(version, id);
            return true;
        } catch (MediaRejectedException ofAnotherGeneration) {
            return false;
        }
    }
}
