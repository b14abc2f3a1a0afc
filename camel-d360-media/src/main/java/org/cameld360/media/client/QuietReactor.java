package org.cameld360.media.client;

import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.nio.ClientHttp1StreamDuplexerFactory;
import org.apache.hc.core5.http.impl.nio.DefaultHttpRequestWriterFactory;
import org.apache.hc.core5.http.impl.nio.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.nio.command.ShutdownCommand;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.DefaultConnectingIOReactor;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that move bytes. HttpClient's own reactor writes every head to its debug log, without a way to leave
 * anything out: signed addresses, the password for the proxy, and whatever a server echoes. This one has no listener.
 */
final class QuietReactor {

    private static final Logger LOG = LoggerFactory.getLogger(QuietReactor.class);

    /**
     * The head of an answer is bounded: 200 lines of 64 kB. What is smaller than a buffer leaves together with the head of its
     * request, in one write instead of two; what is larger is not copied for that.
     */
    private static final Http1Config HTTP_1 = Http1Config.custom()
            .setMaxLineLength(64 * 1024)
            .setMaxHeaderCount(200)
            .setChunkSizeHint(Buffers.SIZE - 1)
            .build();

    private QuietReactor() {}

    static DefaultConnectingIOReactor start() {
        ClientHttp1StreamDuplexerFactory streams = new ClientHttp1StreamDuplexerFactory(
                HttpProcessorBuilder.create()
                        .add((HttpRequestInterceptor) QuietReactor::lastTouch)
                        .build(),
                HTTP_1,
                CharCodingConfig.DEFAULT,
                DefaultClientConnectionReuseStrategy.INSTANCE,
                new DefaultHttpResponseParserFactory(HTTP_1),
                DefaultHttpRequestWriterFactory.INSTANCE,
                null);
        DefaultConnectingIOReactor reactor = new DefaultConnectingIOReactor(
                (session, attachment) -> new QuietHandler(streams.create(session)),
                IOReactorConfig.custom()
                        .setIoThreadCount(Runtime.getRuntime().availableProcessors())
                        .setSelectInterval(TimeValue.ofMilliseconds(250))
                        .setTcpNoDelay(true)
                        .build(),
                new DefaultThreadFactory("d360-media-io", true),
                null,
                failure -> LOG.warn(
                        "A connection failed unexpectedly: {}",
                        failure.getClass().getName()),
                null,
                session -> session.enqueue(new ShutdownCommand(CloseMode.GRACEFUL), Command.Priority.IMMEDIATE));
        reactor.start();
        return reactor;
    }

    /** Behind everything of HttpClient that logs. To a proxy that makes a tunnel nothing of the request is shown. */
    private static void lastTouch(HttpRequest head, EntityDetails body, HttpContext context) {
        if (!Method.CONNECT.isSame(head.getMethod())) {
            HttpAttempt.of(context).requestLeaves(head);
        }
    }
}
