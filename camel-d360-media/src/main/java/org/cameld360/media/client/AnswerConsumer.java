package org.cameld360.media.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Takes an answer as it arrives: a download goes to its file, everything else to bounded memory. Used for one attempt. */
final class AnswerConsumer implements AsyncResponseConsumer<ApiAnswer> {

    /** No answer of the API but a medium comes near that. */
    private static final int MAX_IN_MEMORY = 1024 * 1024;

    private final ApiRequest.@Nullable Download download;
    private final Runnable onHead;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream(512);
    private final MessageDigest digest = Digests.sha256();
    private @Nullable FutureCallback<ApiAnswer> callback;
    private @Nullable FileChannel file;
    private long received;
    private int status;
    private ApiAnswer.Headers headers = ApiAnswer.Headers.NONE;

    /** @param onHead called when the head of an answer is there whose body goes to the file */
    AnswerConsumer(ApiRequest.@Nullable Download download, Runnable onHead) {
        this.download = download;
        this.onHead = onHead;
    }

    /** What has come so far, where it is enough to know that the server refused. */
    @Nullable
    ApiAnswer refusalSoFar() {
        return status >= 400 ? answer() : null;
    }

    @Override
    public void consumeResponse(
            HttpResponse response,
            @Nullable EntityDetails entity,
            HttpContext context,
            FutureCallback<ApiAnswer> resultCallback)
            throws IOException {
        callback = resultCallback;
        status = response.getCode();
        headers = new ApiAnswer.Headers(
                value(response, "Content-Type"),
                value(response, "Content-Disposition"),
                value(response, "Retry-After"),
                value(response, "Location"));
        if (download != null && status >= 200 && status < 300) {
            long announced = entity == null ? 0 : entity.getContentLength();
            if (announced > download.maxBytes()) {
                throw new TooLargeException(download.maxBytes());
            }
            file = FileChannel.open(download.file(), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            onHead.run();
        }
        if (entity == null) {
            finish();
        }
    }

    @Override
    public void updateCapacity(CapacityChannel capacity) throws IOException {
        capacity.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        received += bytes.remaining();
        if (file != null && download != null) {
            if (received > download.maxBytes()) {
                throw new TooLargeException(download.maxBytes());
            }
            digest.update(bytes.duplicate());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            return;
        }
        if (received > MAX_IN_MEMORY) {
            throw new TooLargeException(MAX_IN_MEMORY);
        }
        byte[] chunk = new byte[bytes.remaining()];
        bytes.get(chunk);
        memory.writeBytes(chunk);
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) throws IOException {
        finish();
    }

    private void finish() throws IOException {
        FileChannel open = file;
        if (open != null) {
            open.close();
        }
        FutureCallback<ApiAnswer> waiting = callback;
        if (waiting != null) {
            waiting.completed(answer());
        }
    }

    private ApiAnswer answer() {
        ApiAnswer.Received toFile = file == null
                ? null
                : new ApiAnswer.Received(received, HexFormat.of().formatHex(digest.digest()));
        return new ApiAnswer(status, headers, memory.toByteArray(), toFile, null);
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // 1xx says nothing of the outcome
    }

    @Override
    public void failed(Exception cause) {
        releaseResources();
    }

    @Override
    public void releaseResources() {
        FileChannel open = file;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // the download failed already, and its file is removed
            }
        }
    }

    private static @Nullable String value(HttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** More came than may. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        private final long limit;

        TooLargeException(long limit) {
            super("more than " + limit + " bytes");
            this.limit = limit;
        }

        long limit() {
            return limit;
        }
    }
}
