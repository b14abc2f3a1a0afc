package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault against every request, over real sockets. */
@Timeout(30)
class FaultMatrixTest {

    private static FaultLab lab;

    @BeforeAll
    static void start() {
        lab = new FaultLab();
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    @ParameterizedTest
    @EnumSource
    void endsOnceInItsExceptionAndSendsNothingTwice(Fault fault) {
        Map<Call, ScriptedServer> servers = new EnumMap<>(Call.class);
        Map<Call, Ending> endings = new EnumMap<>(Call.class);
        for (Call call : Call.values()) {
            ScriptedServer server = ScriptedServer.start(call.meeting(fault.script));
            servers.put(call, server);
            endings.put(call, lab.start(call.uri(server.url()), call.message()));
        }
        SoftAssertions softly = new SoftAssertions();
        endings.forEach((call, ending) -> {
            softly.check(() -> check(fault, call, ending, servers.get(call)));
        });
        softly.check(lab::assertNothingLeaks);
        endings.forEach((call, ending) ->
                softly.assertThat(ending.times()).as("ends of %s", call).isEqualTo(1));
        servers.values().forEach(ScriptedServer::close);
        softly.assertAll();
    }

    private static void check(Fault fault, Call call, Ending ending, ScriptedServer server) {
        ending.within(Duration.ofSeconds(8));
        assertThat(ending.failure())
                .as("%s on %s", fault, call)
                .isInstanceOf(D360MediaException.class)
                .hasMessageMatching("(?s).{60,}[.].*")
                .hasMessageNotContainingAny(FaultLab.KEY, "hash=", "\n", "\r", "null");
        assertThat(ending.failure().getClass())
                .as("%s on %s: %s", fault, call, ending.failure().getMessage())
                .isEqualTo(fault.expected(call));
        assertThat(server.requests().stream().filter(call::concerns))
                .as("requests of %s on %s", fault, call)
                .hasSize(fault.requests(call));
        assertThat(ending.took()).as("time of %s on %s", fault, call).isLessThan(Duration.ofSeconds(4));
    }
}
