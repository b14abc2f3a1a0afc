package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.client.Conversation;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A context that stops ends every exchange, whatever it waits for. */
@Timeout(40)
class StopTest {

    @TempDir
    private static Path folder;

    /** How far a request has come when Camel stops. */
    private enum Point {
        CONNECTING(Peers.notAccepting(), ServiceUnavailableException.class),
        SHAKING_HANDS(Peers.noTls(RawServer::silent), ServiceUnavailableException.class),
        SENDING(Peers.scripted(c -> c.hold()), SendInDoubtException.class),
        WAITING_FOR_THE_ANSWER(Peers.scripted(c -> c.readBody().hold()), SendInDoubtException.class),
        RECEIVING_THE_HEAD(
                Peers.scripted(
                        c -> c.readBody().write("HTTP/1.1 200 OK\r\nContent-").hold()),
                SendInDoubtException.class),
        RECEIVING_THE_BODY(
                Peers.scripted(c -> c.readBody()
                        .write(Conversation.head(200, "application/json", 500) + "\r\n{\"id")
                        .hold()),
                SendInDoubtException.class),
        BETWEEN_TWO_ATTEMPTS(
                Peers.scripted(c -> c.answer(503, "text/html", "<html>")), ServiceUnavailableException.class);

        private final Peer.Kind peer;
        private final Class<? extends D360MediaException> sendEndsIn;

        Point(Peer.Kind peer, Class<? extends D360MediaException> sendEndsIn) {
            this.peer = peer;
            this.sendEndsIn = sendEndsIn;
        }

        Class<? extends D360MediaException> endsIn(Call call) {
            return call.isSend() ? sendEndsIn : ServiceUnavailableException.class;
        }

        boolean isReached(FaultLab lab, Call call, Peer at) throws ReflectiveOperationException {
            return switch (this) {
                case CONNECTING -> lab.inFlight() == Call.values().length;
                case SHAKING_HANDS -> at.connections() == 1;
                case BETWEEN_TWO_ATTEMPTS -> at.requests().stream().anyMatch(call::concerns) && lab.inFlight() == 0;
                default -> at.requests().stream().anyMatch(call::concerns);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsEveryRequestWhereverItIs(Point point) throws IOException {
        Path large = folder.resolve("large.pdf");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.writeBytes("%PDF-1.4\n");
            file.setLength(30_000_000);
        }
        FaultLab lab = new FaultLab(options -> {
            options.setConnectTimeout(60_000);
            options.setResponseTimeout(60_000);
            options.setRetryDelay(30_000);
            options.setMaxRetries(1000);
        });
        Map<Call, Peer> peers = new EnumMap<>(Call.class);
        try {
            Map<Call, Ending> endings = new EnumMap<>(Call.class);
            for (Call call : Call.values()) {
                Peer peer = point.peer.start(call, Integer.MAX_VALUE);
                peers.put(call, peer);
                endings.put(
                        call,
                        lab.start(call.uri(peer.url()), call.message(point == Point.SENDING ? large : Call.PHOTO)));
            }
            for (Call call : Call.values()) {
                await().until(() -> point.isReached(lab, call, peers.get(call)));
            }
            assertThat(endings.values()).allMatch(ending -> ending.times() == 0);

            lab.close();

            endings.forEach((call, ending) -> {
                assertEnded(ending, point.endsIn(call));
                assertThat(peers.get(call).requests().stream().filter(call::concerns))
                        .as("%s", call)
                        .hasSizeLessThanOrEqualTo(1);
            });
        } finally {
            lab.close();
            peers.values().forEach(Peer::close);
        }
        lab.assertNothingIsLeft();
        lab.assertNoConnectionIsOpen();
    }

    @Test
    void endsWhatWaitsForAConnection() {
        FaultLab lab = new FaultLab(options -> {
            options.setResponseTimeout(60_000);
            options.setMaxConnections(2);
        });
        try (ScriptedServer server = ScriptedServer.start(c -> c.readBody().hold())) {
            List<Ending> endings = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                Call call = Call.values()[i % Call.values().length];
                endings.add(lab.start(call.uri(server.url()), call.message()));
            }
            await().until(() -> server.requests().size() == 2);

            lab.close();

            endings.forEach(ending -> assertEnded(ending, D360MediaException.class));
            assertThat(server.requests()).hasSize(2);
            lab.assertNothingLeaks();
        }
    }

    @Test
    void endsWhatWaitsForAWorkerWhileTheRouteHoldsThemAll() throws Exception {
        FaultLab lab = new FaultLab();
        CountDownLatch release = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.start(c -> c.json(200, Call.SEND_V1.goodAnswer()))) {
            lab.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from("direct:held")
                            .to(Call.SEND_V1.uri(server.url()))
                            .process(e -> release.await(20, TimeUnit.SECONDS));
                }
            });
            List<Ending> endings = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                endings.add(lab.through("direct:held", Call.SEND_V1.message()));
            }
            await().until(() -> server.requests().size() == 40 && lab.inFlight() == 0);

            lab.close();
            release.countDown();

            endings.forEach(ending ->
                    assertThat(ending.within(Duration.ofSeconds(5)).times()).isEqualTo(1));
        }
    }

    @Test
    void leavesNoThreadBehind() {
        await().until(() -> threads() == 0);
        FaultLab lab = new FaultLab();
        try (ScriptedServer server = ScriptedServer.start(c -> c.json(200, Call.SEND_V1.goodAnswer()))) {
            for (int i = 0; i < 10; i++) {
                lab.start(Call.SEND_V1.uri(server.url()), Call.SEND_V1.message())
                        .within(Duration.ofSeconds(3));
            }
            assertThat(threads()).isPositive();

            lab.close();

            await().untilAsserted(() -> assertThat(threads()).isZero());
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("d360-media"))
                .count();
    }

    private static void assertEnded(Ending ending, Class<? extends Throwable> type) {
        ending.within(Duration.ofSeconds(3));
        assertThat(ending.failure()).isInstanceOf(type).hasMessageMatching("(?s).{40,}");
        assertThat(ending.times()).isEqualTo(1);
    }
}
