package org.cameld360.benchmarks.contenders;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;

/** Apache HttpClient 5, asynchronous, with nothing around it. */
public final class AsyncHttpClient implements Contender {

    private final Target target;
    private final CloseableHttpAsyncClient client;

    public AsyncHttpClient(Target target) {
        this.target = target;
        this.client = HttpAsyncClientBuilder.create()
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(Runtime.getRuntime().availableProcessors())
                        .setSoTimeout(60, TimeUnit.SECONDS)
                        .build())
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(target.connections())
                        .setMaxConnTotal(target.connections())
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .build())
                        .setTlsStrategy(ClientTlsStrategyBuilder.create()
                                .setSslContext(target.context())
                                .buildAsync())
                        .build())
                .disableAutomaticRetries()
                .build();
        client.start();
    }

    @Override
    public String name() {
        return "HttpClient 5 async";
    }

    @Override
    public boolean blocks() {
        return false;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the callback learns everything
    public CompletableFuture<String> upload(Path file) {
        CompletableFuture<String> result = new CompletableFuture<>();
        BasicHttpRequest request = new BasicHttpRequest("POST", target.media());
        request.setHeader("D360-API-KEY", "benchmark");
        try {
            client.execute(
                    new BasicRequestProducer(request, new FileProducer(file, ContentType.parse(target.contentType()))),
                    SimpleResponseConsumer.create(),
                    new FutureCallback<SimpleHttpResponse>() {
                        @Override
                        public void completed(SimpleHttpResponse answer) {
                            if (answer.getCode() == 200) {
                                result.complete(answer.getBodyText());
                            } else {
                                result.completeExceptionally(new IOException("HTTP " + answer.getCode()));
                            }
                        }

                        @Override
                        public void failed(Exception cause) {
                            result.completeExceptionally(cause);
                        }

                        @Override
                        public void cancelled() {
                            result.cancel(false);
                        }
                    });
        } catch (IOException e) {
            result.completeExceptionally(e);
        }
        return result;
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
