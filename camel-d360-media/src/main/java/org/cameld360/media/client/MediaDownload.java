package org.cameld360.media.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.cameld360.media.DownloadIntegrityException;
import org.cameld360.media.ErrorFacts;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.client.wire.MediaMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Getting a medium: one step on v1; on v2 its metadata first, then the download from the address in it, which holds for
 * five minutes and is asked for once more where it does not.
 */
final class MediaDownload {

    private final ApiCaller caller;
    private final ApiTarget target;
    private final String mediaId;
    private final ApiRequest.Download into;

    MediaDownload(ApiCaller caller, ApiTarget target, String mediaId, Path file, long maxBytes) {
        this.caller = caller;
        this.target = target;
        this.mediaId = mediaId;
        this.into = new ApiRequest.Download(file, maxBytes);
    }

    CompletableFuture<DownloadedMedia> run() {
        return switch (target.version()) {
            case V1 ->
                caller.call(download(ApiRequest.get(target.at("/media/" + mediaId), into), ApiOperation.GET))
                        .thenApply(answer -> downloaded(answer, null));
            case V2 -> resolveAndDownload(true);
        };
    }

    private CompletableFuture<DownloadedMedia> resolveAndDownload(boolean onceMore) {
        return caller.call(new Metadata(target, mediaId)).thenCompose(resolved -> caller.call(
                        download(ApiRequest.get(resolved.address(), into), ApiOperation.DOWNLOAD))
                .thenApply(answer -> downloaded(answer, resolved.metadata()))
                .exceptionallyCompose(failure -> onceMore && Failures.cause(failure) instanceof MediaNotFoundException
                        ? resolveAndDownload(false)
                        : CompletableFuture.failedFuture(failure)));
    }

    private Calls.Download download(ApiRequest request, ApiOperation operation) {
        return new Calls.Download("get media " + mediaId, request, operation);
    }

    private DownloadedMedia downloaded(ApiAnswer answer, @Nullable MediaMetadata metadata) {
        ApiAnswer.Received received = answer.received();
        if (received == null) {
            throw new IllegalStateException("a decoded download was received");
        }
        String contentType = answer.headers().contentType();
        if (metadata != null) {
            verify(received, metadata);
            contentType = metadata.mimeType() != null ? metadata.mimeType() : contentType;
        }
        return new DownloadedMedia(
                contentType,
                ContentDisposition.fileName(answer.headers().contentDisposition()),
                received.size(),
                received.sha256());
    }

    private void verify(ApiAnswer.Received received, MediaMetadata metadata) {
        if (metadata.fileSize() != null && metadata.fileSize() != received.size()) {
            throw integrity("it was announced with " + metadata.fileSize() + " bytes and came with " + received.size());
        }
        String announced = hex(metadata.sha256());
        if (announced != null && !announced.equalsIgnoreCase(received.sha256())) {
            throw integrity("its SHA-256 is " + received.sha256() + " and was announced as "
                    + AnswerTexts.shown(announced, caller.target().key()));
        }
    }

    /** Metadata gives the checksum in hex, webhooks in base64; a text of neither form stays as it is, and is no match. */
    private static @Nullable String hex(@Nullable String checksum) {
        String text = checksum == null ? "" : checksum.strip();
        if (text.matches("[A-Za-z0-9+/]{43}=")) {
            return HexFormat.of().formatHex(Base64.getDecoder().decode(text));
        }
        return text.isEmpty() ? null : text;
    }

    private DownloadIntegrityException integrity(String why) {
        return new DownloadIntegrityException(
                "Could not get media " + mediaId + ": " + why + ". What came was discarded. Get it again.",
                ErrorFacts.NONE.withRetryable(true),
                null);
    }

    private record Resolved(MediaMetadata metadata, URI address) {}

    private record Metadata(ApiTarget target, String mediaId) implements ApiCall<Resolved> {
        @Override
        public String action() {
            return "get media " + mediaId;
        }

        @Override
        public ApiRequest request() {
            return ApiRequest.get(target.at("/" + mediaId));
        }

        @Override
        public ApiOperation operation() {
            return ApiOperation.GET;
        }

        @Override
        public Resolved decode(ApiAnswer answer) throws UnusableAnswerException {
            MediaMetadata metadata = Calls.json(answer, MediaMetadata.class);
            return new Resolved(metadata, DownloadAddress.onTarget(target, metadata.url()));
        }
    }
}
