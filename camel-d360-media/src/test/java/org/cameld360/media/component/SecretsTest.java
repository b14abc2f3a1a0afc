package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.client.Conversation;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.client.ScriptedServer.Script;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With every logger at TRACE, and a server that says back what it was told. */
@Timeout(60)
class SecretsTest {

    private static final String PASSWORD = "pr0xy-pa55word";
    private static final String ENCODED =
            Base64.getEncoder().encodeToString(("jane:" + PASSWORD).getBytes(StandardCharsets.US_ASCII));
    private static final String SIGNED =
            "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&ext=2&hash=ATsSecret";
    private static final String CONTROL = "\u0007\u001b[31m\u202e";

    private final CapturedLog log = new CapturedLog();

    @BeforeEach
    void capture() {
        log.start();
    }

    @AfterEach
    void release() {
        log.stop();
    }

    static Stream<Script> echoes() {
        String all = FaultLab.KEY + " " + SIGNED + " " + CONTROL;
        String json = all.replace("\u0007", "\\u0007").replace("\u001b", "\\u001b");
        String headers =
                "\r\nRetry-After: " + FaultLab.KEY + "\r\nContent-Type: " + all + "\r\nLocation: " + SIGNED + "&"
                        + FaultLab.KEY + "\r\nWWW-Authenticate: " + FaultLab.KEY + "\r\nSet-Cookie: a=" + FaultLab.KEY
                        + "\r\nContent-Disposition: attachment; filename=\"" + FaultLab.KEY + "\"\r\n";
        return Stream.of(
                c -> c.json(
                        400,
                        "{\"error\":{\"message\":\"" + json + "\",\"code\":100,\"fbtrace_id\":\"" + json
                                + "\",\"error_data\":{\"details\":\"" + json + "\"}}}"),
                c -> c.json(
                        400, "{\"errors\":[{\"code\":1008,\"title\":\"" + json + "\",\"details\":\"" + json + "\"}]}"),
                c -> c.json(
                        403,
                        "{\"meta\":{\"developer_message\":\"This URL /x/?mid=1&hash=ATsSecret is blocked " + json
                                + "\"}}"),
                c -> c.json(500, "{\"error\":\"" + json + "\"}"),
                c -> c.json(409, "{\"message\":\"" + json + "\"}"),
                answer("401 " + all + headers),
                answer("302 " + all + headers),
                answer("429 " + all + headers),
                answer("503 " + all + headers),
                answer("404 " + all + headers),
                answer("200 " + all + headers),
                c -> c.readBody().write("HTTP/1.1 200 OK\r\nContent-Type: " + all + "\r\nContent-Length: 2\r\n\r\n{}"));
    }

    private static Script answer(String raw) {
        return c -> c.readBody().write("HTTP/1.1 " + raw + "Content-Length: 9\r\n\r\nno answer");
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void nothingThatAServerEchoesGetsOut(Script echo) {
        try (FaultLab lab = new FaultLab(options -> options.setMaxRetries(0))) {
            for (Call call : Call.values()) {
                try (ScriptedServer server = ScriptedServer.start(call.meeting(echo))) {
                    Ending ending =
                            lab.start(call.uri(server.url()), call.message()).within(Duration.ofSeconds(5));
                    assertClean(ending.failure());
                }
            }
        }
        assertThat(log.text())
                .contains("org.apache.hc")
                .doesNotContain(FaultLab.KEY, "hash=", "ATsSecret", "\u001b", "\u202e");
    }

    @Test
    void malformedAnswersAreNotQuoted() {
        Stream<Script> malformed = Stream.of(
                c -> c.readBody().write("HTTP/1.1 200 OK\r\n" + FaultLab.KEY + " " + SIGNED + "\r\n\r\n"),
                c -> c.readBody().write("HTTP/1.1 200 OK\r\nContent-Length: " + FaultLab.KEY + "\r\n\r\n"),
                c -> c.readBody().write("HTTP/1.1 200 OK\r\nTransfer-Encoding: " + FaultLab.KEY + "\r\n\r\n"),
                c -> c.readBody()
                        .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + FaultLab.KEY + "\r\n"),
                c -> c.readBody().write(FaultLab.KEY + " " + SIGNED + "\r\n").close());
        try (FaultLab lab = new FaultLab(options -> options.setMaxRetries(0))) {
            malformed.forEach(script -> Stream.of(Call.values()).forEach(call -> {
                try (ScriptedServer server = ScriptedServer.start(call.meeting(script))) {
                    assertClean(lab.start(call.uri(server.url()), call.message())
                            .within(Duration.ofSeconds(5))
                            .failure());
                }
            }));
        }
        assertThat(log.text()).contains("org.apache.hc").doesNotContain(FaultLab.KEY, "hash=", "ATsSecret");
    }

    @Test
    void passwordForTheProxyIsNeverLogged() {
        try (ScriptedServer proxy = ScriptedServer.start(
                        c -> c.readBody().write(Conversation.head(407, c.header("Proxy-Authorization"), 0) + "\r\n"));
                FaultLab lab = new FaultLab(options -> {
                    options.setProxyHost("localhost");
                    options.setProxyPort(proxy.port());
                    options.setProxyUsername("jane");
                    options.setProxyPassword(PASSWORD);
                })) {
            for (String base : new String[] {"http://d360.example.org", "https://d360.example.org"}) {
                for (Call call : Call.values()) {
                    Ending ending = lab.start(call.uri(base), call.message()).within(Duration.ofSeconds(5));
                    assertThat(printed(ending.failure())).doesNotContain(PASSWORD, ENCODED);
                }
            }
        }
        assertThat(log.text()).contains("org.apache.hc").doesNotContain(PASSWORD, ENCODED);
    }

    private static void assertClean(Exception failure) {
        if (failure == null) {
            return;
        }
        assertThat(failure).isInstanceOf(D360MediaException.class);
        D360MediaException known = (D360MediaException) failure;
        assertThat(printed(failure) + known.getDetails() + known.getTraceId())
                .doesNotContain(FaultLab.KEY, "hash=", "ATsSecret", "\u0007", "\u001b", "\u202e");
    }

    private static String printed(Exception failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
