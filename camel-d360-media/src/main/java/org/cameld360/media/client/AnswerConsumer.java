package org.cameld360.media.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
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

    /** A download that is JSON may be an error with a success status; no error is longer. */
    private static final int MAX_ERROR = 64 * 1024;

    private final ApiRequest.@Nullable Download download;
    private final Runnable onDownload;
    private final Runnable onProgress;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream(512);
    private @Nullable FutureCallback<ApiAnswer> callback;
    private @Nullable DownloadFile file;
    private boolean released;
    private int status;
    private ApiAnswer.Headers headers = ApiAnswer.Headers.NONE;

    /**
     * @param onDownload called when the head of an answer is there whose body goes to the file
     * @param onProgress called whenever some of that body has come
     */
    AnswerConsumer(ApiRequest.@Nullable Download download, Runnable onDownload, Runnable onProgress) {
        this.download = download;
        this.onDownload = onDownload;
        this.onProgress = onProgress;
    }

    /** What has come so far, where it is enough to know that the server refused. */
    synchronized @Nullable ApiAnswer refusalSoFar() {
        return status >= 400 ? new ApiAnswer(status, headers, memory.toByteArray(), null, null) : null;
    }

    @Override
    public void consumeResponse(
            HttpResponse response,
            @Nullable EntityDetails entity,
            HttpContext context,
            FutureCallback<ApiAnswer> resultCallback)
            throws IOException {
        synchronized (this) {
            ensureInUse();
            callback = resultCallback;
            status = response.getCode();
            headers = new ApiAnswer.Headers(
                    value(response, "Content-Type"),
                    value(response, "Content-Disposition"),
                    value(response, "Retry-After"),
                    value(response, "Content-Encoding"));
            if (download != null && status >= 200 && status < 300) {
                long announced = entity == null ? 0 : entity.getContentLength();
                if (announced > download.maxBytes()) {
                    throw new TooLargeException(download.maxBytes());
                }
                file = new DownloadFile(download);
                onDownload.run();
            }
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
    public synchronized void consume(ByteBuffer bytes) throws IOException {
        ensureInUse();
        if (file == null) {
            remember(bytes, MAX_IN_MEMORY);
            return;
        }
        if (isJson() && memory.size() + bytes.remaining() <= MAX_ERROR) {
            remember(bytes.duplicate(), MAX_ERROR);
        }
        file.write(bytes);
        onProgress.run();
    }

    private void remember(ByteBuffer bytes, int limit) throws IOException {
        if (memory.size() + bytes.remaining() > limit) {
            throw new TooLargeException(limit);
        }
        byte[] chunk = new byte[bytes.remaining()];
        bytes.get(chunk);
        memory.writeBytes(chunk);
    }

    private boolean isJson() {
        String type = headers.contentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) throws IOException {
        finish();
    }

    private void finish() throws IOException {
        ApiAnswer answer;
        FutureCallback<ApiAnswer> waiting;
        synchronized (this) {
            ensureInUse();
            ApiAnswer.Received received = file == null ? null : file.finish();
            answer = new ApiAnswer(status, headers, memory.toByteArray(), received, null);
            waiting = callback;
        }
        if (waiting != null) {
            waiting.completed(answer);
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // 1xx says nothing of the outcome
    }

    @Override
    public void failed(Exception cause) {
        releaseResources();
    }

    /** The file is closed, and nothing more is written to it. */
    @Override
    public synchronized void releaseResources() {
        released = true;
        if (file != null) {
            file.close();
        }
    }

    private void ensureInUse() throws IOException {
        if (released) {
            throw new ConnectionClosedException("the request ended before its answer");
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
            super("more than " + limit + " bytes came");
            this.limit = limit;
        }

        long limit() {
            return limit;
        }
    }
}
