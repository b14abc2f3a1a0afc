package org.cameld360.media.client;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.cameld360.media.client.wire.Json;
import org.cameld360.media.client.wire.MediaObject;
import org.cameld360.media.media.FileNames;
import org.cameld360.media.media.MediaDecision;
import org.cameld360.media.media.MediaSource;
import org.cameld360.media.media.Rejections;

/** The Cloud generation: multipart uploads, media below the root, {@code messaging_product}, {@code +} before digits. */
final class V2Dialect implements Dialect {

    private static final String PRODUCT = "whatsapp";

    @Override
    public ApiCall<Calls.Uploaded> upload(ApiTarget target, MediaSource source, MediaDecision decision) {
        return new Calls.Upload(
                "upload '" + Rejections.shown(decision.fileName()) + "'",
                ApiRequest.post(target.at("/media"), multipart(source, decision)));
    }

    @Override
    public ApiCall<Boolean> delete(ApiTarget target, String mediaId) {
        checkId(mediaId);
        return new Calls.Delete("delete media " + mediaId, ApiRequest.delete(target.at("/" + mediaId)));
    }

    @Override
    public ApiCall<String> send(ApiTarget target, OutgoingMessage message) {
        MediaObject media = Dialect.mediaObject(message, target.rules());
        byte[] json =
                Json.write(Dialect.messageRequest(PRODUCT, "+" + message.to().digits(), message, media));
        return new Calls.Send(
                Dialect.sendAction(message),
                ApiRequest.post(target.at("/messages"), MediaPayload.json(json)),
                message.to().digits());
    }

    /** 360dialog's OpenAPI: the media id in the path "must be numeric". */
    @Override
    public void checkId(String mediaId) {
        Dialect.checkId(mediaId, "[0-9]{1,40}", "on v2 it has digits only, such as 1094408688491179");
    }

    /**
     * The form of an upload (RFC 7578). The content type of the {@code file} part is what the API goes by, so it is
     * written here and never guessed by a library from a name.
     */
    private static MediaPayload multipart(MediaSource source, MediaDecision decision) {
        String boundary = "d360-" + UUID.randomUUID();
        String before = field(boundary, "messaging_product", PRODUCT)
                + field(boundary, "type", decision.contentType())
                + "--" + boundary + "\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"" + FileNames.ascii(decision.uploadName())
                + "\"\r\n"
                + "Content-Type: " + decision.contentType() + "\r\n\r\n";
        String after = "\r\n--" + boundary + "--\r\n";
        return new MediaPayload(
                "multipart/form-data; boundary=" + boundary,
                before.getBytes(StandardCharsets.US_ASCII),
                source,
                after.getBytes(StandardCharsets.US_ASCII));
    }

    private static String field(String boundary, String name, String value) {
        return "--" + boundary + "\r\n" + "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                + "\r\n";
    }
}
