package org.cameld360.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class D360SimulatorTest {

    private final D360Simulator simulator = D360Simulator.start();
    private final Client v1 = new Client(simulator, ApiVersion.V1);
    private final Client v2 = new Client(simulator, ApiVersion.V2);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void hasBothVersionsOnOnePort() {
        assertThat(simulator.baseUrl(ApiVersion.V1)).isEqualTo("http://127.0.0.1:" + simulator.port() + "/v1");
        assertThat(simulator.baseUrl(ApiVersion.V2)).isEqualTo("http://127.0.0.1:" + simulator.port());
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws SocketException {
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .forEach(this::assertClosed);
    }

    @Test
    void letsATestPutAFaultBeforeTheApi() {
        simulator.wireMock().stubFor(post("/v1/media").willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this::upload);
        assertThat(simulator.allMedia()).isEmpty();
        assertThat(simulator.calls()).containsOnly(new RecordedCall("POST", "/v1/media", 0, null));

        simulator.reset();
        assertThat(upload().status()).isEqualTo(200);
    }

    @Test
    void letsATestFailTheFirstCallOnly() {
        simulator
                .wireMock()
                .stubFor(post(anyUrl())
                        .inScenario("busy")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willSetStateTo("done")
                        .willReturn(aResponse().withStatus(503).withBody("<html></html>")));

        assertThat(upload().status()).isEqualTo(503);
        assertThat(upload().status()).isEqualTo(200);
        assertThat(simulator.calls()).extracting(RecordedCall::status).containsExactly(503, 200);
    }

    @Test
    void letsATestVerifyRequests() {
        v2.upload(Form.ofFile("image/png", Samples.random(10)));

        simulator
                .wireMock()
                .verify(postRequestedFor(urlEqualTo("/media"))
                        .withHeader("D360-API-KEY", equalTo(simulator.apiKey()))
                        .withRequestBodyPart(aMultipart("messaging_product")
                                .withBody(equalTo("whatsapp"))
                                .build()));
    }

    @Test
    void keepsLargeBodiesOutOfTheJournal() {
        v1.post("/media", "image/png", Samples.random(300_000));
        v2.upload(Form.ofFile("image/png", Samples.random(300_000)));

        assertThat(simulator.wireMock().findAll(postRequestedFor(anyUrl())))
                .hasSize(2)
                .extracting(LoggedRequest::getBody)
                .allSatisfy(body -> assertThat(body).isEmpty());
        simulator
                .wireMock()
                .verify(postRequestedFor(urlEqualTo("/v1/media")).withHeader("Content-Type", equalTo("image/png")));
    }

    @Test
    void recordsCallsWithoutQuery() {
        v2.get("/whatsapp_business/attachments/?mid=1&ext=2&hash=secret");

        assertThat(simulator.calls())
                .containsExactly(new RecordedCall("GET", "/whatsapp_business/attachments/", 404, "download-url-wrong"));
    }

    @Test
    void forgetsEverythingOnReset() {
        upload();
        v1.postJson("/messages", "{\"to\":\"4915112345678\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}");
        simulator.wireMock().stubFor(get(anyUrl()).willReturn(aResponse().withStatus(555)));
        Path file = simulator.allMedia().get(0).file();
        String key = simulator.apiKey();
        int port = simulator.port();

        simulator.reset();

        assertThat(simulator.allMedia()).isEmpty();
        assertThat(file).doesNotExist();
        assertThat(simulator.messages()).isEmpty();
        assertThat(simulator.calls()).isEmpty();
        assertThat(simulator.wireMock().getAllServeEvents()).isEmpty();
        assertThat(simulator.apiKey()).isEqualTo(key);
        assertThat(simulator.port()).isEqualTo(port);
        assertThat(v1.get("/media/1").status()).isEqualTo(404);
    }

    @Test
    void isThereAfterAResetOfWireMock() {
        simulator.wireMock().resetAll();

        assertThat(upload().status()).isEqualTo(200);
    }

    @Test
    void removesItsTemporaryFolder() {
        upload();
        Path folder = simulator.allMedia().get(0).file().getParent();
        assertThat(folder).isDirectory();

        simulator.close();
        assertThat(folder).doesNotExist();
    }

    @Test
    void leavesAGivenFolder(@TempDir Path folder) throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "x");
        Path data = folder.resolve("new");
        try (D360Simulator given = D360Simulator.builder().dataFolder(data).start()) {
            new Client(given, ApiVersion.V1).post("/media", "image/png", Samples.random(10));
            assertThat(given.allMedia().get(0).file()).startsWith(data);
        }
        assertThat(data).isEmptyDirectory();
        assertThat(other).exists();
    }

    @Test
    void canBeClosedTwice() {
        simulator.close();
        simulator.close();

        assertThatThrownBy(this::upload).hasCauseInstanceOf(ConnectException.class);
    }

    @Test
    void saysWhichPortIsTaken() {
        assertThatIllegalStateException()
                .isThrownBy(() -> D360Simulator.builder().port(simulator.port()).start())
                .withMessageContaining("port " + simulator.port());
    }

    private Client.Reply upload() {
        return v1.post("/media", "image/png", Samples.random(10));
    }

    private void assertClosed(InetAddress address) {
        assertThatThrownBy(() -> new Socket(address, simulator.port()).close()).isInstanceOf(ConnectException.class);
    }
}
