package org.cameld360.examples.httpupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.examples.httpupload.Server.TO;
import static org.cameld360.examples.httpupload.Server.sample;

import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cameld360.examples.httpupload.Server.Answer;
import org.cameld360.simulator.ApiVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may send, and what a request can't set. */
class SafetyIT extends ServedForm {

    @ParameterizedTest
    @CsvSource({
        "Origin, https://elsewhere.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1",
        "Origin, http://127.0.0.1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void refusesWhatAPageFromElsewhereSends(String header, String value) throws Exception {
        Answer answer = server.ask(photo().on(server.request("/send")).header(header, value));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(server.simulator.calls()).isEmpty();
        server.awaitNoFiles();
    }

    @Test
    void takesWhatTheOwnPageSends() throws Exception {
        Answer answer = server.ask(photo().on(server.request("/send"))
                .header("Origin", "http://127.0.0.1:" + server.port)
                .header("Sec-Fetch-Site", "same-origin"));

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"elsewhere.example", "127.0.0.1.elsewhere.example", "127x0.0.1"})
    void refusesANameThatWasBentToThisComputer(String host) throws Exception {
        assertThat(statusLine(host)).contains(" 403 ");
        assertThat(server.simulator.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST:8080"})
    void answersToItsOwnNames(String host) throws Exception {
        assertThat(statusLine(host)).contains(" 200 ");
    }

    @Test
    void headersOfTheRequestReachNoOption() throws Exception {
        Answer answer = server.ask(photo().on(server.request(
                        "/send?CamelD360MediaTo=15550100199&cameld360mediacaption=query&CAMELD360MEDIAAPIKEY=query"))
                .header("CamelD360MediaApiKey", "of-another")
                .header("cameld360mediato", "15550100199")
                .header("CAMELD360MEDIALINK", "http://elsewhere.example/a.jpg")
                .header("CamelD360MediaId", "4711")
                .header("CamelHttpResponseCode", "302")
                .header("CamelFileName", "../elsewhere"));

        assertSentAsUsual(answer);
    }

    @Test
    void fieldsOfTheFormReachNoOption() throws Exception {
        Answer answer = server.send(photo().field("CamelD360MediaApiKey", "of-another")
                .field("CAMELD360MediaTo", "15550100199")
                .field("cameld360mediaLink", "http://elsewhere.example/a.jpg")
                .field("CamelD360MediaId", "4711")
                .field("CamelHttpResponseCode", "302")
                .field("Set-Cookie", "a=b")
                .field("Location", "http://elsewhere.example"));

        assertSentAsUsual(answer);
        assertThat(answer.response().headers().map()).doesNotContainKeys("set-cookie", "location");
    }

    private void assertSentAsUsual(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(server.simulator.messages()).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo("+" + TO);
            assertThat(message.link()).isNull();
            assertThat(message.caption()).isNull();
        });
    }

    @Test
    void thePageRunsNothingFromElsewhereAndFitsIntoNoFrame() throws Exception {
        Answer page = server.ask(server.request("/").GET());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.response().body()).contains("<form").contains("<label for=\"file\">");
        assertThat(page.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(List.of("/upload.js", "/upload.css")).allSatisfy(path -> assertThat(
                        server.ask(server.request(path).GET()).status())
                .isEqualTo(200));
    }

    @Test
    void isThereForThisComputerOnly() throws Exception {
        // Started with the host of the example, which no test overrides.
        assertThat(new Socket("127.0.0.1", server.port)).satisfies(Socket::close);
        assertThat(java.net.NetworkInterface.networkInterfaces()
                        .flatMap(java.net.NetworkInterface::inetAddresses)
                        .filter(address -> !address.isLoopbackAddress() && address instanceof java.net.Inet4Address)
                        .filter(address -> answers(address)))
                .isEmpty();
    }

    private boolean answers(java.net.InetAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(new java.net.InetSocketAddress(address, server.port), 2_000);
            return true;
        } catch (java.io.IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({"same-origin, 200", "cross-site, 403"})
    void holdsForHttp2Too(String site, int status) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        photo().on(server.request("/send"))
                                .header("Origin", "http://127.0.0.1:" + (status == 200 ? server.port : 1))
                                .header("Sec-Fetch-Site", site)
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void otherNamesCanBeAllowed(@TempDir Path other) throws Exception {
        server.close();
        server = new Server(other, ApiVersion.V2, Map.of("upload.hosts", "media\\.example"));

        assertThat(statusLine("media.example:443")).contains(" 200 ");
        assertThat(statusLine("127.0.0.1")).contains(" 403 ");
    }

    private static Form photo() {
        return new Form().file("file", "photo.jpg", sample("photo.jpg"));
    }

    /** By a socket, as Java's client does not let one say under which name it asks. */
    private String statusLine(String host) throws Exception {
        byte[] body = photo().bytes();
        try (Socket socket = new Socket("127.0.0.1", server.port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /send HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: " + Form.CONTENT_TYPE
                            + "\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
