package org.cameld360.media.component;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.UploadedMedia;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with parameters of an endpoint, of the context, and with a certificate that nobody trusts. */
class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private static Path keyStore;
    private static WireMockServer server;

    @BeforeAll
    static void startServer() throws Exception {
        keyStore = folder.resolve("server.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keyStore.toString()))
                .inheritIO()
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .keystoreType("PKCS12")
                .keystorePath(keyStore.toString())
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
        server.start();
        server.stubFor(post("/v1/media").willReturn(okJson("{\"media\":[{\"id\":\"over-tls\"}]}")));
    }

    @AfterAll
    static void stopServer() {
        server.stop();
    }

    @Test
    void parametersOfTheEndpointAreUsed() throws Exception {
        try (CamelContext context = context()) {
            context.getRegistry().bind("tls", trusting());
            assertUploaded(upload(context, "&sslContextParameters=#tls"));
        }
    }

    @Test
    void parametersOfTheContextAreUsedWhereThatIsWished() throws Exception {
        try (CamelContext context = context()) {
            context.setSSLContextParameters(trusting());
            assertUploaded(upload(context, "&useGlobalSslContextParameters=true"));
        }
    }

    @Test
    void aCertificateThatNobodyTrustsEndsBeforeAnythingIsSent() throws Exception {
        server.resetRequests();
        try (CamelContext context = context()) {
            assertThat(upload(context, "&maxRetries=0").getException())
                    .isInstanceOf(ServiceUnavailableException.class)
                    .hasMessageContaining("TLS");
        }
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    private static Exchange upload(CamelContext context, String options) throws Exception {
        try (ProducerTemplate template = context.createProducerTemplate()) {
            return template.request(
                    "d360-media:upload?apiKey=k&baseUrl=https://127.0.0.1:" + server.httpsPort() + "/v1" + options,
                    e -> e.getMessage().setBody("hello"));
        }
    }

    private static void assertUploaded(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(UploadedMedia.class).id()).isEqualTo("over-tls");
    }

    private static CamelContext context() {
        CamelContext context = new DefaultCamelContext();
        context.start();
        return context;
    }

    private static SSLContextParameters trusting() {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + keyStore);
        store.setPassword(PASSWORD);
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }
}
