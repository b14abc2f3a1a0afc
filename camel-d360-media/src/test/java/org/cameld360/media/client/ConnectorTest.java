package org.cameld360.media.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.nio.DefaultAsyncClientConnectionOperator;
import org.apache.hc.client5.http.nio.ManagedAsyncClientConnection;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.reactor.DefaultConnectingIOReactor;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;

@org.junit.jupiter.api.Timeout(20)
class ConnectorTest {

    @Test
    void aNameServerThatIsSilentHoldsNobodyElseUp() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Thread> lookedUpOn = new CompletableFuture<>();
        DnsResolver silent = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                lookedUpOn.complete(Thread.currentThread());
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new UnknownHostException(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        ExecutorService executor = Executors.newSingleThreadExecutor();
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
        DefaultConnectingIOReactor reactor = QuietReactor.start();
        try {
            Connector connector = new Connector(
                    new DefaultAsyncClientConnectionOperator(
                            name -> null, DefaultSchemePortResolver.INSTANCE, silent) {},
                    reactor,
                    executor);
            Future<ManagedAsyncClientConnection> connection = connector.connect(
                    reactor,
                    new HttpHost("http", "slow.example.org", 80),
                    null,
                    null,
                    Timeout.ofSeconds(1),
                    null,
                    contextOfAnAttempt(timer),
                    null);

            assertThat(lookedUpOn.join()).isNotSameAs(Thread.currentThread());
            assertThat(connection).isNotDone();
            release.countDown();
            assertThatThrownBy(connection::get).hasCauseInstanceOf(UnknownHostException.class);
        } finally {
            release.countDown();
            executor.shutdownNow();
            timer.shutdownNow();
            reactor.close();
        }
    }

    private static HttpClientContext contextOfAnAttempt(ScheduledThreadPoolExecutor timer) {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(
                HttpAttempt.class.getName(),
                new HttpAttempt(
                        ApiRequest.get(URI.create("http://slow.example.org/")),
                        ApiKey.of("key"),
                        Duration.ofMinutes(1),
                        new TransportSettings(Duration.ofMinutes(1), 1, null, null, null),
                        new Buffers(),
                        timer));
        return context;
    }
}
