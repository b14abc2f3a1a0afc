package org.cameld360.media.client;

import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.UploadedMedia;
import org.cameld360.media.media.MediaDecision;
import org.cameld360.media.media.MediaSource;

/**
 * What can be done at one target with one key. Every future ends with its value or with a {@link
 * org.cameld360.media.D360MediaException}, on a thread that must not be blocked.
 */
public final class D360Client {

    private final ApiTarget target;
    private final CallLog log;
    private final Dialect dialect;
    private final ApiCaller caller;
    private final CallListener listener;
    private final Clock clock;

    /** @param guard shared by all that may use the same key */
    public D360Client(
            HttpTransport transport,
            ApiTarget target,
            CallOrigin origin,
            CallPolicy policy,
            TrafficGuard guard,
            CallListener listener,
            Clock clock) {
        this.target = target;
        this.dialect = Dialect.of(target.version());
        this.log = new CallLog(origin);
        this.caller = new ApiCaller(transport, target, origin, policy, guard, listener, clock);
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Checks the form of a media id.
     *
     * @throws org.cameld360.media.MediaRejectedException where it is no id of that generation
     */
    public static void checkId(ApiVersion version, String mediaId) {
        Dialect.of(version).checkId(mediaId);
    }

    ApiTarget target() {
        return target;
    }

    /** Uploads a medium. Repeating is safe: it costs an id that nobody uses. */
    public CompletableFuture<UploadedMedia> upload(MediaSource source, MediaDecision decision) {
        long begin = System.nanoTime();
        return uploaded(source, decision)
                .whenComplete((media, failure) -> log.ended(
                        ApiOperation.UPLOAD,
                        begin,
                        "media=" + (media == null ? "none" : media.id()) + " type="
                                + decision.type().value() + " size=" + source.length(),
                        failure));
    }

    private CompletableFuture<UploadedMedia> uploaded(MediaSource source, MediaDecision decision) {
        return caller.call(dialect.upload(target, source, decision)).thenApply(uploaded -> {
            listener.moved(ApiOperation.UPLOAD, source.length());
            return new UploadedMedia(
                    uploaded.mediaId(),
                    decision.type().value(),
                    decision.contentType(),
                    decision.fileName(),
                    source.length(),
                    uploaded.sha256(),
                    clock.instant()
                            .truncatedTo(ChronoUnit.MILLIS)
                            .plus(target.rules().retention()));
        });
    }

    /**
     * Downloads a medium.
     *
     * @param file an existing file, overwritten; its content counts only when the future succeeds
     * @param maxBytes more than that ends the download
     */
    public CompletableFuture<DownloadedMedia> get(String mediaId, Path file, long maxBytes) {
        dialect.checkId(mediaId);
        long begin = System.nanoTime();
        return new MediaDownload(caller, target, mediaId, file, maxBytes)
                .run()
                .thenApply(downloaded -> {
                    listener.moved(ApiOperation.GET, downloaded.size());
                    return downloaded;
                })
                .whenComplete((media, failure) -> log.ended(
                        ApiOperation.GET,
                        begin,
                        "media=" + mediaId + " size=" + (media == null ? "unknown" : media.size()),
                        failure));
    }

    /** Deletes a medium; {@code false} where it was gone already and that is to be no error. */
    public CompletableFuture<Boolean> delete(String mediaId, boolean ignoreMissing) {
        long begin = System.nanoTime();
        return caller.call(dialect.delete(target, mediaId))
                .whenComplete((done, failure) -> log.ended(ApiOperation.DELETE, begin, "media=" + mediaId, failure))
                .exceptionally(failure -> {
                    Throwable cause = Failures.cause(failure);
                    if (ignoreMissing && cause instanceof MediaNotFoundException) {
                        return false;
                    }
                    throw new CompletionException(cause);
                });
    }

    /** Sends one message; the value is its id. */
    public CompletableFuture<String> send(OutgoingMessage message) {
        String reference = "link";
        if (message.reference() instanceof OutgoingMessage.ById byId) {
            dialect.checkId(byId.mediaId());
            reference = byId.mediaId();
        }
        long begin = System.nanoTime();
        String what = " media=" + reference + " type=" + message.type().value() + " to="
                + message.to().shortened();
        return caller.call(dialect.send(target, message))
                .whenComplete((id, failure) ->
                        log.ended(ApiOperation.SEND, begin, "message=" + (id == null ? "none" : id) + what, failure));
    }
}
