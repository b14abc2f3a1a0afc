package org.cameld360.testing.https;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.nio.file.Path;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;

/** https before a simulator. */
public final class TlsFront implements AutoCloseable {

    private final D360Simulator simulator;
    private final WireMockServer server;

    /** @param keyStore as {@link Certificates} makes it */
    public TlsFront(Path keyStore, D360Simulator simulator) {
        this.simulator = simulator;
        server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .keystoreType("PKCS12")
                .keystorePath(keyStore.toString())
                .keystorePassword(Certificates.PASSWORD)
                .keyManagerPassword(Certificates.PASSWORD));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(aResponse().proxiedFrom("http://127.0.0.1:" + simulator.port())));
    }

    /** Where a client has to be pointed to, instead of the simulator's own address. */
    public String baseUrl(ApiVersion api) {
        return "https://127.0.0.1:" + server.httpsPort()
                + URI.create(simulator.baseUrl(api)).getPath();
    }

    @Override
    public void close() {
        server.stop();
    }
}
