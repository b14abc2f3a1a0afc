package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cameld360.media.component.FaultLab.Ending;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.Limits;
import org.cameld360.simulator.Limits.Rate;
import org.cameld360.simulator.RecordedCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A burst of exchanges, and an API that refuses what is too much: nothing has to be refused, and nothing is repeated. */
@Timeout(60)
class WithinTheLimitsTest {

    /** As strict as the API's words can be read: no burst beyond what a second may have. */
    private static final Limits LIMITS = new Limits(
            new Rate(25, 25),
            new Rate(80, 80),
            new Rate(1.0 / 6, 45),
            new Rate(50, 50),
            new Rate(20, 20),
            Limits.GetBlock.STRICTEST,
            0);

    private final D360Simulator simulator =
            D360Simulator.builder().limits(LIMITS).start();
    private final FaultLab lab = new FaultLab(options -> {
        options.setApiKey(simulator.apiKey());
        options.setResponseTimeout(10_000);
        options.setConnectTimeout(5_000);
        options.setMaxRetries(0);
        options.setMaxUploadsPerSecond(null);
        options.setMaxMessagesPerSecond(80);
        options.setMaxFailedGets(5);
    });

    @AfterEach
    void stop() {
        lab.close();
        simulator.close();
    }

    private String uri(String operation, ApiVersion version, String more) {
        return "d360-media:" + operation + "?apiVersion=" + version + "&baseUrl=" + simulator.baseUrl(version) + more;
    }

    private void assertAllTaken(List<Ending> endings) {
        endings.forEach(ending ->
                assertThat(ending.within(Duration.ofSeconds(30)).failure()).isNull());
        assertThat(simulator.calls()).extracting(RecordedCall::refusal).containsOnlyNulls();
    }

    @ParameterizedTest
    @EnumSource
    void ofABurstOfUploadsNoneIsRefused(ApiVersion version) throws Exception {
        String route = lab.route(uri("upload", version, ""));
        List<Ending> endings = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            endings.add(lab.through(route, exchange -> exchange.getMessage().setBody(Call.PHOTO.toFile())));
        }

        assertAllTaken(endings);
        assertThat(simulator.allMedia()).hasSize(80);
    }

    @Test
    void ofABurstOfMessagesNoneIsRefused() throws Exception {
        String route = lab.route(uri("send", ApiVersion.V2, ""));
        List<Ending> endings = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            String to = "49151" + (1_000_000 + i);
            endings.add(lab.through(route, exchange -> {
                exchange.getMessage().setHeader("CamelD360MediaLink", "https://example.org/a.jpg");
                exchange.getMessage().setHeader("CamelD360MediaTo", to);
            }));
        }

        assertAllTaken(endings);
        assertThat(simulator.messages()).hasSize(250);
    }

    @Test
    void aCrowdOfUnknownIdsDoesNotSwitchTheGetOff() throws Exception {
        String route = lab.route(uri("get", ApiVersion.V2, ""));
        List<Ending> endings = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String id = String.valueOf(1_000_000_000L + i);
            endings.add(lab.through(route, exchange -> exchange.getMessage().setHeader("CamelD360MediaId", id)));
        }
        endings.forEach(ending ->
                assertThat(ending.within(Duration.ofSeconds(30)).failure()).isNotNull());

        assertThat(simulator.calls()).hasSize(4);
        assertThat(simulator.calls()).noneMatch(call -> call.status() == 429);
    }
}
