package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.cameld360.media.client.Certificate;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The health check that connects: what it finds, how long it takes, and how often it does. */
@Timeout(60)
class ConnectionHealthTest {

    private static final String KEY = "k3y-0f-the-check";
    private static final String ID = "producer:d360-media-connection";
    private static final int SHORT = 500;

    @TempDir
    private static Path folder;

    private final SettableClock clock = new SettableClock();
    private final D360MediaComponent component = new D360MediaComponent();
    private CamelContext context;

    @BeforeEach
    void make() {
        context = new DefaultCamelContext();
        HealthCheckHelper.getHealthCheckRegistry(context);
        producers().setEnabled(true);
        component.setClock(clock);
        component.setHealthCheckConnectionEnabled(true);
        component.getConfiguration().setApiKey(KEY);
        context.addComponent("d360-media", component);
        D360MediaComponent usual = new D360MediaComponent();
        usual.getConfiguration().setApiKey(KEY);
        context.addComponent("usual", usual);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void isUpAtTheSimulatorWhichIsAskedNothing() {
        try (D360Simulator simulator = D360Simulator.start()) {
            use(simulator.baseUrl(ApiVersion.V2));

            assertUp("Connected to 127.0.0.1:" + simulator.port() + ".");
            assertThat(simulator.calls()).isEmpty();
        }
    }

    @Test
    void isUpWhereTheCertificateIsTrusted() {
        SSLContext tls = Certificate.forHost("localhost", folder);
        try (ScriptedServer server = ScriptedServer.startTls(tls, conversation -> {})) {
            use(https(server.port()), tls);

            assertUp("Connected to localhost:" + server.port() + ".");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void isDownWhereNobodyVouchesForTheCertificate() {
        try (ScriptedServer server =
                ScriptedServer.startTls(Certificate.forHost("localhost", folder), conversation -> {})) {
            use(https(server.port()));

            assertDown("Out of reach: TLS with localhost:" + server.port() + " failed");
        }
    }

    @Test
    void isDownWhereTheCertificateIsOfAnotherHost() {
        SSLContext tls = Certificate.forHost("another.example.org", folder);
        try (ScriptedServer server = ScriptedServer.startTls(tls, conversation -> {})) {
            use(https(server.port()), tls);

            assertDown("Out of reach: TLS with localhost:" + server.port() + " failed");
        }
    }

    @Test
    void isDownWhereNobodyListens() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        use("http://localhost:" + port);

        assertDown("Out of reach: no connection to localhost:" + port + " could be made.");
    }

    @Test
    void isDownInTimeWhereAListenerNeverAnswers() {
        try (RawServer silent = RawServer.silent()) {
            component.getConfiguration().setConnectTimeout(SHORT);
            use(https(silent.port()));
            Instant begin = Instant.now();

            assertDown("Out of reach: no connection to localhost:" + silent.port() + " stood within " + SHORT + " ms.");
            assertThat(Duration.between(begin, Instant.now()))
                    .isBetween(Duration.ofMillis(SHORT - 50), Duration.ofSeconds(5));
        }
    }

    @Test
    void connectsOnceInTenSecondsHoweverOftenAndByHowManyItIsAsked() {
        try (ScriptedServer server = ScriptedServer.start(conversation -> {})) {
            use(server.url());
            List<CompletableFuture<HealthCheck.State>> asked = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> result().getState()))
                    .limit(50)
                    .toList();
            assertThat(asked).allSatisfy(state -> assertThat(state.join()).isEqualTo(HealthCheck.State.UP));
            assertConnections(server, 1);

            clock.now = clock.now.plusSeconds(9);
            assertUp("Connected");
            assertConnections(server, 1);

            clock.now = clock.now.plusSeconds(1);
            assertUp("Connected");
            assertConnections(server, 2);
        }
    }

    @Test
    void isUpAgainAfterTheHostIs() throws Exception {
        ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port = listener.getLocalPort();
        use("http://localhost:" + port);
        assertUp("Connected");
        listener.close();
        clock.now = clock.now.plusSeconds(10);
        assertDown("Out of reach");
        try (ServerSocket back = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(back.isBound()).isTrue();
            clock.now = clock.now.plusSeconds(10);
            assertUp("Connected");
        }
    }

    @Test
    void looksAtEachHostThatIsInUseAndNoOther() throws Exception {
        assertUp("No endpoint is started.");
        try (ScriptedServer one = ScriptedServer.start(conversation -> {});
                ScriptedServer two = ScriptedServer.start(conversation -> {})) {
            use(one.url());
            use(two.url());
            assertUp("Connected to localhost:" + one.port() + ", localhost:" + two.port() + ".");
            assertThat(result().getDetails())
                    .containsEntry("localhost:" + one.port(), "up at " + clock.now)
                    .containsEntry("localhost:" + two.port(), "up at " + clock.now);

            context.getEndpoint(uri(one.url())).stop();
            assertUp("Connected to localhost:" + two.port() + ".");
        }
    }

    @Test
    void isNotThereByDefaultAndThenNothingConnects() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(conversation -> {})) {
            context.getEndpoint(uri(server.url()).replace("d360-media:", "usual:"))
                    .start();

            assertThat(producers().stream().map(HealthCheck::getId))
                    .containsExactlyInAnyOrder("producer:d360-media", ID, "producer:usual");
            assertThat(producers().stream().map(HealthCheck::call))
                    .allSatisfy(result -> assertThat(result.getState()).isEqualTo(HealthCheck.State.UP));
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void doesNotConnectWhileProducerChecksAreOff() {
        HealthCheck check = check();
        producers().setEnabled(false);
        check.setEnabled(false);
        try (ScriptedServer server = ScriptedServer.start(conversation -> {})) {
            use(server.url());

            assertThat(producers().stream()).isEmpty();
            assertThat(check.call().getState()).isEqualTo(HealthCheck.State.UNKNOWN);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void leavesNothingBehindWhenTheComponentStops() {
        context.stop();

        assertThat(producers().stream()).isEmpty();
    }

    private void assertUp(String message) {
        assertState(HealthCheck.State.UP, message);
    }

    private void assertDown(String message) {
        assertState(HealthCheck.State.DOWN, message);
    }

    private void assertState(HealthCheck.State state, String message) {
        HealthCheck.Result result = result();
        assertThat(result.getState()).as(result.toString()).isEqualTo(state);
        assertThat(result.getMessage().orElseThrow()).startsWith(message);
        assertThat(result + result.getDetails().toString()).doesNotContain(KEY);
    }

    private static void assertConnections(ScriptedServer server, int count) {
        FaultLab.until(() -> server.connections() >= count);
        assertThat(server.connections()).isEqualTo(count);
    }

    private void use(String baseUrl) {
        context.getEndpoint(uri(baseUrl)).start();
    }

    private void use(String baseUrl, SSLContext trusted) {
        component.getConfiguration().setSslContextParameters(new SSLContextParameters() {
            @Override
            public SSLContext createSSLContext(CamelContext unused) {
                return trusted;
            }
        });
        use(baseUrl);
    }

    private static String https(int port) {
        return "https://localhost:" + port;
    }

    private static String uri(String baseUrl) {
        return "d360-media:upload?apiVersion=v2&baseUrl=" + baseUrl;
    }

    private HealthCheck.Result result() {
        return check().call();
    }

    private HealthCheck check() {
        Optional<HealthCheck> check =
                producers().stream().filter(each -> each.getId().equals(ID)).findFirst();
        return check.orElseThrow();
    }

    private HealthCheckRepository producers() {
        return HealthCheckHelper.getHealthCheckRepository(context, "producers");
    }

    private static final class SettableClock extends Clock {

        private volatile Instant now = Instant.parse("2026-11-23T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
