package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.assertj.core.api.SoftAssertions;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.RateLimitException;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.client.Certificate;
import org.cameld360.media.client.Conversation;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault against every request of every operation on both generations, over real sockets. Each route may have one
 * connection, so that one which leaks is missed by the next request.
 */
@Timeout(60)
class FaultMatrixTest {

    private static final int ALWAYS = Integer.MAX_VALUE;

    /** What ends by itself; the timeouts that it does without are three times as long. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static final Duration IN_THE_END = Duration.ofSeconds(20);

    /** Of 10 GB. What the buffers on the way hold is part of it. */
    private static final long TAKEN_OF_GARBAGE = 32_000_000;

    /** More than the buffers of a connection hold. */
    private static final int LARGE = 30_000_000;

    @TempDir
    private static Path folder;

    /** One for each call, so that connections which leak in one row are missed in the next. */
    private static final Map<Call, ScriptedServer> SERVERS = new EnumMap<>(Call.class);

    private static Path large;
    private static FaultLab lab;

    @BeforeAll
    static void start() throws IOException {
        large = folder.resolve("large.pdf");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.writeBytes("%PDF-1.4\n");
            file.setLength(LARGE);
        }
        lab = new FaultLab(options -> {
            options.setMaxConnections(1);
            options.setMaxSize(1_000_000);
        });
        for (Call call : Call.values()) {
            SERVERS.put(call, ScriptedServer.start(call::serveWell));
        }
        lab.countConnectionsFromHereOn();
        SSLContext another = Certificate.forHost("another.example.org", folder);
        lab.context().getRegistry().bind(Peers.TRUSTING, new SSLContextParameters() {
            @Override
            public SSLContext createSSLContext(CamelContext context) {
                return another;
            }
        });
    }

    @AfterAll
    static void stop() {
        lab.close();
        lab.assertNothingIsLeft();
        lab.assertNoConnectionIsOpen();
        SERVERS.values().forEach(ScriptedServer::close);
    }

    static List<Fault> faults() {
        return Faults.all(folder);
    }

    static Stream<Fault> faultsThatPass() {
        return faults().stream().filter(fault -> fault.passes() && !fault.isOnKeptConnection());
    }

    /** A call that meets a fault. */
    private record Meeting(Fault fault, Call call, Peer peer, String route, Ending ending) {

        static Meeting start(Fault fault, Call call, int times) {
            Peer peer = fault.start(call, fault.isOnKeptConnection() ? 0 : times, SERVERS.get(call));
            String uri = call.uri(peer.url(), fault.ends().options + peer.options());
            String route = lab.route(uri);
            if (fault.isOnKeptConnection()) {
                Ending first = lab.through(route, call.message()).within(AT_ONCE);
                first.removeDownload();
                assertThat(first.failure()).isNull();
                peer.meet(1);
            }
            return new Meeting(
                    fault,
                    call,
                    peer,
                    route,
                    lab.through(route, fault.isLarge() ? call.message(large) : call.message()));
        }

        /** Requests that are meant, without the one that went before. */
        Stream<Conversation> requests() {
            return peer.requests().stream().filter(call::concerns).skip(fault.isOnKeptConnection() ? 1 : 0);
        }

        long accepted() {
            return peer.requests().stream()
                    .filter(Conversation::isAcceptedMessage)
                    .skip(fault.isOnKeptConnection() && call.endsInAMessage() ? 1 : 0)
                    .count();
        }

        @Override
        public String toString() {
            return call + ", where " + fault;
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void endsOnceInItsExceptionAndSendsNothingTwice(Fault fault) {
        meet(fault, ALWAYS, meeting -> {
            checkEnd(meeting, fault.expected(meeting.call()));
            checkRequests(meeting);
            checkMessages(meeting);
            assertThat(meeting.accepted()).as("messages of %s", meeting).isEqualTo(accepted(meeting));
            checkWire(meeting);
            if (fault.passes()) {
                checkThatTheNextOneSucceeds(meeting);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("faultsThatPass")
    void isGotOverByARepeatWhereThatSendsNothingTwice(Fault fault) {
        meet(fault, 1, meeting -> {
            Expected always = fault.expected(meeting.call());
            checkEnd(meeting, always.repeated() ? Expected.SUCCESS_AT_LAST : always);
            checkRequests(meeting);
            checkMessages(meeting);
        });
    }

    /** All calls meet it at the same time. */
    private static void meet(Fault fault, int times, Consumer<Meeting> check) {
        List<Meeting> meetings = new ArrayList<>();
        try {
            fault.calls().forEach(call -> meetings.add(Meeting.start(fault, call, times)));
            SoftAssertions softly = new SoftAssertions();
            for (Meeting meeting : meetings) {
                meeting.ending().within(IN_THE_END);
                softly.check(() -> check.accept(meeting));
            }
            softly.assertAll();
            assertThat(meetings).allMatch(meeting -> meeting.ending().times() == 1);
        } finally {
            meetings.forEach(meeting -> meeting.ending().removeDownload());
            meetings.forEach(meeting -> meeting.peer().close());
        }
        lab.assertNothingLeaks();
        lab.assertNoConnectionIsOpen();
    }

    private static void checkRequests(Meeting meeting) {
        assertThat(meeting.requests())
                .as("requests of %s", meeting)
                .hasSize(meeting.fault().requests(meeting.call()));
    }

    private static void checkEnd(Meeting meeting, Expected expected) {
        Exception failure = meeting.ending().failure();
        if (expected.exception() == null) {
            assertThat(failure).as("%s", meeting).isNull();
        } else {
            assertThat(failure)
                    .as("%s", meeting)
                    .isExactlyInstanceOf(expected.exception())
                    .hasMessageMatching("(?s).{60,}[.].*")
                    .hasMessageNotContainingAny(FaultLab.KEY, "hash=", "\n", "\r", "null");
            assertThat(((D360MediaException) failure).isRetryable())
                    .as("retryable, %s: %s", meeting, failure.getMessage())
                    .isEqualTo(expected.retryable());
            assertThat(failure)
                    .as("%s", meeting)
                    .hasMessageContaining(meeting.fault().saying());
        }
        Duration took = meeting.ending().took();
        Fault.Ends ends = meeting.fault().ends();
        assertThat(took)
                .as("time of %s", meeting)
                .isGreaterThanOrEqualTo(ends.atLeast)
                .isLessThan(AT_ONCE.plus(ends.atLeast.multipliedBy(expected.attempts())));
    }

    /** What a message ends in is true of it, whatever the fault. */
    private static void checkMessages(Meeting meeting) {
        if (!meeting.call().endsInAMessage()) {
            return;
        }
        Exception failure = meeting.ending().failure();
        if (failure == null) {
            assertThat(meeting.accepted()).as("messages of %s", meeting).isEqualTo(1);
        } else if (failure instanceof SendInDoubtException) {
            assertThat(meeting.accepted()).as("messages of %s", meeting).isLessThanOrEqualTo(1);
        } else {
            assertThat(meeting.accepted()).as("messages of %s", meeting).isZero();
        }
    }

    private static int accepted(Meeting meeting) {
        boolean sent = meeting.call().endsInAMessage()
                && meeting.fault().expected(meeting.call()).exception() == null;
        return sent ? 1 : meeting.fault().accepted(meeting.call());
    }

    private static void checkWire(Meeting meeting) {
        assertThat(meeting.requests()).allSatisfy(request -> {
            assertThat(request.header("Expect"))
                    .as("nobody waits for 100 Continue")
                    .isNull();
            assertThat(request.written()).as("taken of an answer").isLessThan(TAKEN_OF_GARBAGE);
        });
        boolean counted = meeting.peer().connections() >= 0
                && meeting.requests().findAny().isEmpty();
        if (counted) {
            assertThat(meeting.peer().connections())
                    .as("connections of %s", meeting)
                    .isEqualTo(meeting.fault().expected(meeting.call()).attempts());
        }
    }

    private static void checkThatTheNextOneSucceeds(Meeting meeting) {
        long before = meeting.accepted();
        meeting.peer().meet(0);
        Ending next = lab.through(
                        lab.route(meeting.call().uri(meeting.peer().url(), Fault.Ends.AT_ONCE.options)),
                        meeting.call().message())
                .within(IN_THE_END);
        next.removeDownload();
        if (meeting.fault().isHoldingBack()) {
            assertThat(next.failure()).as("after %s", meeting).isExactlyInstanceOf(RateLimitException.class);
            checkRequests(meeting);
            return;
        }
        assertThat(next.failure()).as("after %s", meeting).isNull();
        assertThat(next.took()).as("after %s", meeting).isLessThan(AT_ONCE);
        assertThat(meeting.accepted() - before).isEqualTo(meeting.call().endsInAMessage() ? 1 : 0);
    }
}
