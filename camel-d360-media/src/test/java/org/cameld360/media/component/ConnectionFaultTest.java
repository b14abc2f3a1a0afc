package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assumptions;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where no connection comes about nothing has left, so that a message is not in doubt. */
@Timeout(30)
class ConnectionFaultTest {

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
    void refusedConnection(Call call) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertUnavailable(call, "http://localhost:" + port, "no connection to localhost could be made");
    }

    @ParameterizedTest
    @EnumSource
    void unknownHost(Call call) {
        assertUnavailable(call, "http://d360.invalid", "d360.invalid is unknown");
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOAD_V1", "METADATA_V2", "SEND_V1", "DELETE_V2"})
    void hostThatDoesNotAccept(Call call) throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> crowd = crowd(full);
            try {
                assertUnavailable(
                        call, "http://localhost:" + full.getLocalPort(), "did not accept a connection in time");
            } finally {
                for (Socket socket : crowd) {
                    socket.close();
                }
            }
        }
    }

    /** As many connections as the backlog takes; the next one gets no answer to its SYN. */
    private static List<Socket> crowd(ServerSocket full) throws IOException {
        List<Socket> crowd = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket();
            crowd.add(socket);
            try {
                socket.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()), 200);
            } catch (SocketTimeoutException reached) {
                return crowd;
            }
        }
        Assumptions.assumeThat(crowd)
                .as("this system has no bound on its backlog")
                .isEmpty();
        return crowd;
    }

    @ParameterizedTest
    @EnumSource
    void tlsToAPlainPort(Call call) {
        try (RawServer plain = RawServer.answering("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")) {
            assertUnavailable(call, "https://localhost:" + plain.port(), "TLS with localhost failed");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOAD_V2", "GET_V1", "SEND_V2"})
    void tlsToASilentPort(Call call) {
        try (RawServer silent = RawServer.answering("")) {
            assertUnavailable(call, "https://localhost:" + silent.port(), "localhost");
        }
    }

    @Test
    void noConnectionComesFree() throws Exception {
        try (FaultLab small = new FaultLab(options -> options.setMaxConnections(1));
                ScriptedServer server = ScriptedServer.start(
                        c -> c.readBody()
                                .write("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n")
                                .trickle("x".repeat(900), Duration.ofMillis(20)),
                        c -> c.json(200, Call.SEND_V1.goodAnswer()))) {
            Ending slow = small.start(Call.GET_V1.uri(server.url()), Call.GET_V1.message());
            org.awaitility.Awaitility.await().until(() -> server.requests().size() == 1);

            Ending waiting = small.start(Call.SEND_V1.uri(server.url()), Call.SEND_V1.message());

            waiting.within(Duration.ofSeconds(3));
            assertThat(waiting.failure())
                    .isInstanceOf(ServiceUnavailableException.class)
                    .hasMessageContaining("came free within 400 ms (maxConnections)");
            assertThat(server.requests()).hasSize(1);
            assertThat(slow.times()).isZero();
        }
    }

    private static void assertUnavailable(Call call, String baseUrl, String words) {
        Ending ending = lab.start(call.uri(baseUrl), call.message()).within(Duration.ofSeconds(8));

        assertThat(ending.failure())
                .isInstanceOf(ServiceUnavailableException.class)
                .hasMessageContaining(words);
        assertThat(((ServiceUnavailableException) ending.failure()).isRetryable())
                .isTrue();
        lab.assertNothingLeaks();
        assertThat(ending.times()).isEqualTo(1);
    }
}
