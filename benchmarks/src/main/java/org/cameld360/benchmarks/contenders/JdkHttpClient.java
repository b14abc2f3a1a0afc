package org.cameld360.benchmarks.contenders;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** The JDK's own client. */
public final class JdkHttpClient implements Contender {

    private final Target target;
    private final HttpClient client;

    public JdkHttpClient(Target target) {
        this.target = target;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(target.context())
                .build();
    }

    @Override
    public String name() {
        return "java.net.http";
    }

    @Override
    public boolean blocks() {
        return false;
    }

    @Override
    public CompletableFuture<String> upload(Path file) {
        try {
            HttpRequest request = HttpRequest.newBuilder(target.media())
                    .header("D360-API-KEY", "benchmark")
                    .header("Content-Type", target.contentType())
                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                    .build();
            return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenCompose(JdkHttpClient::body);
        } catch (FileNotFoundException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static CompletableFuture<String> body(HttpResponse<String> answer) {
        return answer.statusCode() == 200
                ? CompletableFuture.completedFuture(answer.body())
                : CompletableFuture.failedFuture(new IOException("HTTP " + answer.statusCode()));
    }

    @Override
    public void close() {
        // it has no end of its own on Java 17
    }
}
