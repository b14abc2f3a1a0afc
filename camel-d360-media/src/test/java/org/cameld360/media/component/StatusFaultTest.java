package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.client.Conversation;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every status from 300 to 599, without a code of the API, against every request; and no other host sees any of it. */
@Timeout(120)
class StatusFaultTest {

    private static final int FIRST = 300;
    private static final int LAST = 599;

    private final AtomicInteger status = new AtomicInteger();
    private final List<Line> lines = new ArrayList<>();
    private final FaultLab lab = new FaultLab(options -> {
        options.setResponseTimeout(20_000);
        options.setMaxConnections(1);
    });
    private ScriptedServer elsewhere;

    /** A call with a server of its own, and connections that are kept from one status to the next. */
    private record Line(Call call, ScriptedServer server, String route) {

        List<Conversation> requests() {
            return server.requests().stream().filter(call::concerns).toList();
        }
    }

    @BeforeEach
    void start() {
        elsewhere = ScriptedServer.start(conversation -> conversation.json(200, "{}"));
        for (Call call : Call.values()) {
            ScriptedServer server = ScriptedServer.start(call.meeting(this::answer));
            lines.add(new Line(call, server, lab.route(call.uri(server.url()))));
        }
    }

    @AfterEach
    void stop() {
        lines.forEach(line -> line.server().close());
        elsewhere.close();
        lab.close();
        lab.assertNothingIsLeft();
    }

    private void answer(Conversation conversation) throws java.io.IOException {
        conversation
                .readBody()
                .write("HTTP/1.1 " + status + " Status\r\nContent-Type: text/html\r\nRetry-After: 0\r\nLocation: "
                        + elsewhere.url() + "/stolen?key=" + FaultLab.KEY
                        + (hasBody() ? "\r\nContent-Length: 9\r\n\r\n<html>no." : "\r\nContent-Length: 0\r\n\r\n"));
    }

    /** RFC 9110, 15.4.5: 304 has none. */
    private boolean hasBody() {
        return status.get() != 304;
    }

    @Test
    void everyStatusEndsEveryRequestAsItsRowSays() {
        SoftAssertions softly = new SoftAssertions();
        IntStream.rangeClosed(FIRST, LAST).forEach(current -> {
            status.set(current);
            List<Integer> before =
                    lines.stream().map(line -> line.requests().size()).toList();
            List<Ending> endings = lines.stream()
                    .map(line -> lab.through(line.route(), line.call().message()))
                    .toList();
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                Ending ending = endings.get(i).within(Duration.ofSeconds(10));
                int requests = line.requests().size() - before.get(i);
                softly.check(() -> check(current, line.call(), ending, requests));
            }
        });
        softly.assertAll();
        assertThat(elsewhere.connections()).isZero();
        assertThat(lines).allSatisfy(line -> assertThat(line.server().acceptedMessages())
                .as("%s", line.call())
                .isZero());
        lab.assertNothingLeaks();
    }

    private static void check(int status, Call call, Ending ending, int requests) {
        Statuses row = Statuses.of(status);
        Expected expected = row.expected(call.kind());
        assertThat(ending.failure())
                .as("%s on %d", call, status)
                .isExactlyInstanceOf(expected.exception())
                .hasMessageContaining("HTTP " + status)
                .hasMessageNotContainingAny(FaultLab.KEY, "stolen", "\n", "null");
        assertThat(ending.failure().getMessage().contains("redirects are not followed"))
                .as("%s on %d", call, status)
                .isEqualTo(status < 400);
        D360MediaException failure = (D360MediaException) ending.failure();
        assertThat(failure.getStatus()).isEqualTo(status);
        assertThat(failure.isRetryable()).as("%s on %d", call, status).isEqualTo(expected.retryable());
        assertThat(requests).as("requests of %s on %d", call, status).isEqualTo(row.requests(call));
        assertThat(ending.times()).isEqualTo(1);
        assertThat(ending.took()).as("%s on %d", call, status).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void everyStatusIsInOneRowAndEveryRowHasOne() {
        assertThat(IntStream.rangeClosed(FIRST, LAST).mapToObj(Statuses::of).distinct())
                .hasSameElementsAs(Statuses.ALL);
    }
}
