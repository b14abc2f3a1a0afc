package org.cameld360.media.component;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.Attachment;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.SentMessage;
import org.cameld360.media.UploadedMedia;
import org.cameld360.media.client.OutgoingMessage.ById;
import org.cameld360.media.client.OutgoingMessage.ByLink;
import org.cameld360.media.component.EndpointSettings.AttachmentChoice;
import org.cameld360.media.media.ContentTypes;
import org.cameld360.media.media.FileNames;
import org.cameld360.media.media.MediaType;
import org.cameld360.media.media.Rejections;
import org.jspecify.annotations.Nullable;

/** What an exchange has to send: a media id, a link, attachments or the body. */
final class SendParts {

    private final Exchange exchange;
    private final D360MediaEndpoint endpoint;
    private final ExchangeValues values;
    private final MediaPreparation preparation;

    SendParts(Exchange exchange, D360MediaEndpoint endpoint, MediaPreparation preparation) {
        this.exchange = exchange;
        this.endpoint = endpoint;
        this.values = preparation.values();
        this.preparation = preparation;
    }

    /** In order; a medium that may not go is a part that is refused. */
    List<SendPart> parts() {
        String link = values.link();
        String id = link != null && values.isMediaIdLeftBehind() ? null : values.mediaId();
        if (id != null && link != null) {
            throw Rejections.of(
                    "id-and-link",
                    "Both a media id and a link are set, and a message carries one of them. Remove one.",
                    null);
        }
        if (id != null) {
            return List.of(byId(id));
        }
        if (link != null) {
            return List.of(byLink(link));
        }
        AttachmentsOfSender attachments =
                AttachmentsOfSender.of(exchange, endpoint.settings().inlineAttachments());
        AttachmentChoice choice = endpoint.settings().attachments();
        if (choice == AttachmentChoice.NONE || (attachments.isEmpty() && choice == AttachmentChoice.AUTO)) {
            return List.of(new SendPart.ToUpload(preparation.body()));
        }
        if (attachments.isEmpty()) {
            throw attachments.nothingToSend();
        }
        return fromAttachments(attachments.all());
    }

    private List<SendPart> fromAttachments(Map<String, Attachment> attachments) {
        boolean only = attachments.size() == 1;
        List<SendPart> parts = new ArrayList<>();
        attachments.forEach((key, attachment) -> {
            try {
                parts.add(new SendPart.ToUpload(preparation.attachment(key, attachment, only)));
            } catch (D360MediaException e) {
                parts.add(new SendPart.Refused(FileNames.leaf(key), e));
            }
        });
        return parts;
    }

    private SendPart byId(String id) {
        Known body = Known.of(exchange.getMessage().getBody(), id);
        String contentType = firstOf(values.contentType(), body.contentType());
        String fileName = firstOf(values.fileName(), body.fileName());
        MediaType asked = values.mediaType();
        MediaType known = asked != null ? asked : body.type();
        MediaType type = known != null ? known : typeOf(contentType, fileName, "a media id");
        return new SendPart.Referenced(new ById(id), type, FileNames.leaf(fileName), ContentTypes.clean(contentType));
    }

    /** What a body that an operation left tells of the media with that id. */
    private record Known(
            @Nullable MediaType type,
            @Nullable String contentType,
            @Nullable String fileName) {

        static Known of(@Nullable Object body, String id) {
            if (body instanceof UploadedMedia media && media.id().equals(id)) {
                return new Known(MediaType.of(media.type()).orElse(null), media.contentType(), media.fileName());
            }
            if (body instanceof SentMessage sent && id.equals(sent.mediaId())) {
                return new Known(MediaType.of(sent.type()).orElse(null), null, sent.fileName());
            }
            return new Known(null, null, null);
        }
    }

    private SendPart byLink(String link) {
        URI uri = Links.parse(link);
        String path = uri.getPath() == null ? "" : uri.getPath();
        String leaf = ContentTypes.ofFileName(path) == null ? null : FileNames.leaf(path);
        String fileName = firstOf(values.fileName(), leaf);
        MediaType asked = values.mediaType();
        MediaType type = asked != null ? asked : typeOf(values.contentType(), firstOf(leaf, fileName), "a link");
        return new SendPart.Referenced(new ByLink(uri), type, FileNames.leaf(fileName), null);
    }

    private static MediaType typeOf(@Nullable String contentType, @Nullable String fileName, String what) {
        String known = firstOf(ContentTypes.clean(contentType), ContentTypes.ofFileName(fileName));
        if (known == null) {
            throw Rejections.of(
                    "media-type",
                    "What " + what
                            + " stands for can't be seen from it. Set mediaType to image, video, audio, document or"
                            + " sticker.",
                    null);
        }
        return MediaType.naturalFor(known);
    }

    private static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }
}
