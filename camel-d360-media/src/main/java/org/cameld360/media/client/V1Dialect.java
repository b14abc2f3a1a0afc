package org.cameld360.media.client;

import org.cameld360.media.client.wire.Json;
import org.cameld360.media.client.wire.MediaObject;
import org.cameld360.media.media.MediaDecision;
import org.cameld360.media.media.MediaSource;
import org.cameld360.media.media.Rejections;

/** The On-Premises generation: raw uploads, everything about media below {@code /media}, digits as recipient. */
final class V1Dialect implements Dialect {

    @Override
    public ApiCall<Calls.Uploaded> upload(ApiTarget target, MediaSource source, MediaDecision decision) {
        return new Calls.Upload(
                "upload '" + Rejections.shown(decision.fileName()) + "'",
                ApiRequest.post(target.at("/media"), MediaPayload.raw(decision.contentType(), source)));
    }

    @Override
    public ApiCall<Boolean> delete(ApiTarget target, String mediaId) {
        checkId(mediaId);
        return new Calls.Delete("delete media " + mediaId, ApiRequest.delete(target.at("/media/" + mediaId)));
    }

    @Override
    public ApiCall<String> send(ApiTarget target, OutgoingMessage message) {
        MediaObject media = Dialect.mediaObject(message, target.rules());
        byte[] json = Json.write(Dialect.messageRequest(null, message.to().digits(), message, media));
        return new Calls.Send(
                Dialect.sendAction(message),
                ApiRequest.post(target.at("/messages"), MediaPayload.json(json)),
                message.to().digits());
    }

    @Override
    public void checkId(String mediaId) {
        Dialect.checkId(
                mediaId,
                "[A-Za-z0-9][A-Za-z0-9_-]{0,127}",
                "on v1 it has up to 128 letters, digits, - and _, such as f043afd0-f0ae-4b9c-ab3d-696fb4c8cd68");
    }
}
