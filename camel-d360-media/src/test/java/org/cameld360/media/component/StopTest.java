package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A context that stops ends every exchange, whatever it waits for. */
@Timeout(40)
class StopTest {

    @ParameterizedTest
    @EnumSource
    void endsWhatWaitsForAnAnswer(Call call) {
        FaultLab lab = new FaultLab(options -> options.setResponseTimeout(60_000));
        try (ScriptedServer server =
                ScriptedServer.start(call.meeting(c -> c.readBody().hold()))) {
            Ending ending = lab.start(call.uri(server.url()), call.message());
            await().until(() -> server.requests().stream().anyMatch(call::concerns));

            lab.close();

            assertEnded(ending, call.isSend() ? SendInDoubtException.class : ServiceUnavailableException.class);
            assertThat(server.requests().stream().filter(call::concerns)).hasSize(1);
            lab.assertNothingLeaks();
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsWhatWaitsForARepeat(Call call) {
        FaultLab lab = new FaultLab(options -> {
            options.setRetryDelay(30_000);
            options.setMaxRetries(1000);
        });
        try (ScriptedServer server = ScriptedServer.start(call.meeting(c -> c.answer(503, "text/html", "<html>")))) {
            Ending ending = lab.start(call.uri(server.url()), call.message());
            await().until(() -> server.requests().stream().anyMatch(call::concerns));
            await().until(() -> lab.inFlight() == 0);

            lab.close();

            assertEnded(ending, ServiceUnavailableException.class);
            assertThat(server.requests().stream().filter(call::concerns)).hasSize(1);
        }
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
