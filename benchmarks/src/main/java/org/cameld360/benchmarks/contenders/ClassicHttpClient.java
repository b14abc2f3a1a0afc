package org.cameld360.benchmarks.contenders;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.FileEntity;

/** Apache HttpClient 5, blocking, with nothing around it. */
public final class ClassicHttpClient implements Contender {

    private final Target target;
    private final CloseableHttpClient client;

    public ClassicHttpClient(Target target) {
        this.target = target;
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(target.connections())
                        .setMaxConnTotal(target.connections())
                        .setTlsSocketStrategy(ClientTlsStrategyBuilder.create()
                                .setSslContext(target.context())
                                .buildClassic())
                        .build())
                .disableAutomaticRetries()
                .build();
    }

    @Override
    public String name() {
        return "HttpClient 5 classic";
    }

    @Override
    public boolean blocks() {
        return true;
    }

    @Override
    public CompletableFuture<String> upload(Path file) {
        HttpPost request = new HttpPost(target.media());
        request.setHeader("D360-API-KEY", "benchmark");
        request.setEntity(new FileEntity(file.toFile(), ContentType.parse(target.contentType())));
        try {
            return CompletableFuture.completedFuture(client.execute(request, answer -> {
                if (answer.getCode() != 200) {
                    throw new IOException("HTTP " + answer.getCode());
                }
                return EntityUtils.toString(answer.getEntity());
            }));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
