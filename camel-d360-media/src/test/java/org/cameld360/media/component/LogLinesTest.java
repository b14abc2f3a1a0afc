package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.SendReport;
import org.cameld360.media.client.Conversation;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.client.ScriptedServer.Script;
import org.cameld360.media.media.PhoneNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is read at night: a line for each thing that was done, with ids and sizes. With everything of ours at TRACE, and what
 * an application shows of Camel, failures included.
 */
@Timeout(60)
class LogLinesTest {

    private static final String KEY = "k3y-0f-the-lines";
    private static final String CAPTION = "pr1vate words";
    private static final String TO = "49151234567";
    private static final String BODY = "b0dy of the medium";

    private final CapturedLog log = new CapturedLog();
    private final CamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void start() throws Exception {
        D360MediaComponent component = new D360MediaComponent();
        D360MediaConfiguration options = component.getConfiguration();
        options.setApiKey(KEY);
        options.setApiVersion("v2");
        options.setConnectTimeout(300);
        options.setResponseTimeout(400);
        options.setMaxRetries(1);
        options.setRetryDelay(1);
        options.setMaxFailedGets(0);
        options.setValidation("warn");
        context.addComponent("d360-media", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                // Camel's own error handler, which logs what failed
                for (String operation : List.of("upload", "get", "delete", "send")) {
                    from("direct:" + operation).toD("d360-media:" + operation + "?baseUrl=${exchangeProperty.server}");
                }
            }
        });
        context.start();
        template = context.createProducerTemplate();
        log.start();
    }

    @AfterEach
    void stop() {
        log.stop();
        context.stop();
    }

    private Exchange run(String operation, ScriptedServer server, Map<String, Object> headers) {
        return template.request("direct:" + operation, exchange -> {
            exchange.setProperty("server", server.url());
            exchange.getMessage().setBody(BODY.getBytes(StandardCharsets.UTF_8));
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    private static Map<String, Object> message(String to) {
        return Map.of("CamelD360MediaTo", to, "CamelD360MediaCaption", CAPTION);
    }

    @Test
    void eachThingThatWasDoneHasItsLine() {
        try (ScriptedServer server = ScriptedServer.start(Call.SEND_UPLOADED_V2::serveWell)) {
            String exchange = run("send", server, message(TO)).getExchangeId();
            run("get", server, Map.of("CamelD360MediaId", Call.ID));
            run("delete", server, Map.of("CamelD360MediaId", Call.ID));

            assertThat(log.shown())
                    .containsPattern("upload ok media=" + Call.ID + " type=document size=" + BODY.length()
                            + " ms=[0-9]+ exchange=" + exchange + "\n")
                    .containsPattern("send ok message=wamid.1 media=" + Call.ID
                            + " type=document to=\\+49…567 ms=[0-9]+ exchange=" + exchange + "\n")
                    .containsPattern("get ok media=" + Call.ID + " size=9 ms=[0-9]+ exchange=")
                    .containsPattern("delete ok media=" + Call.ID + " ms=[0-9]+ exchange=");
        }
    }

    @Test
    void whatFailsHasALineWithItsReason() {
        try (ScriptedServer server = ScriptedServer.start(
                Call.SEND_UPLOADED_V2.meeting(c -> c.readBody().close()))) {
            String inDoubt = run("send", server, message(TO)).getExchangeId();
            String rejected = run("send", server, message("nobody")).getExchangeId();

            assertThat(log.shown())
                    .containsPattern("send failed reason=SendInDoubtException message=none media=" + Call.ID
                            + " type=document to=\\+49…567 ms=[0-9]+ exchange=" + inDoubt + "\n")
                    .contains("send rejected, rule=to exchange=" + rejected + "\n");
        }
    }

    /** What a server may say of a request: the key always came with it, the recipient with a message. */
    private static String echo(Conversation request) {
        return request.target().endsWith("/messages") ? KEY + " to " + TO : KEY;
    }

    static Stream<Script> faults() {
        return Stream.of(
                c -> c.json(200, "{\"success\":false}"),
                c -> c.json(400, "{\"error\":{\"message\":\"" + echo(c) + "\",\"code\":100}}"),
                c -> c.json(401, "{\"error\":\"" + echo(c) + "\"}"),
                c -> c.json(404, "{\"error\":\"" + echo(c) + "\"}"),
                c -> c.json(429, "{\"error\":{\"message\":\"" + echo(c) + "\",\"code\":131056}}"),
                c -> c.json(500, "{\"error\":\"" + echo(c) + "\"}"),
                c -> c.answer(503, "text/plain", echo(c)),
                c -> c.readBody().write(echo(c) + "\r\n").close(),
                c -> c.readBody().write("HTTP/1.1 200 " + echo(c) + "\r\nContent-Length: " + echo(c) + "\r\n\r\n"),
                c -> c.readBody().close(),
                c -> c.readBody().silence());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void noLineShowsKeyCaptionRecipientOrBody(Script fault) {
        for (Call call : new Call[] {Call.UPLOAD_TO_SEND_V2, Call.SEND_UPLOADED_V2, Call.METADATA_V2, Call.DELETE_V2}) {
            try (ScriptedServer server = ScriptedServer.start(call.meeting(fault))) {
                String operation = call.endsInAMessage() ? "send" : call == Call.DELETE_V2 ? "delete" : "get";
                Map<String, Object> headers =
                        call.endsInAMessage() ? message(TO) : Map.of("CamelD360MediaId", (Object) Call.ID);
                assertThat(run(operation, server, headers).getException()).isNotNull();
            }
        }
        assertThat(log.shown()).contains(" failed reason=", "Failed delivery for");
        assertNothingShows();
    }

    @Test
    void whatIsRefusedHereShowsNoneOfThatEither() {
        List<Consumer<Map<String, Object>>> mistakes = List.of(
                headers -> headers.put("CamelD360MediaTo", TO + "x"),
                headers -> headers.put("CamelD360MediaTo", "0" + TO),
                headers -> headers.put("CamelD360MediaTo", TO + TO),
                headers -> headers.put("CamelD360MediaCaption", CAPTION.repeat(1_000)),
                headers -> headers.put("CamelD360MediaLink", "ftp://" + CAPTION),
                headers -> headers.put("CamelD360MediaType", "sticker"),
                headers -> headers.put("CamelD360MediaId", "no id"),
                headers -> headers.put("CamelD360MediaApiKey", KEY + " " + KEY),
                headers -> headers.put(
                        "CamelD360MediaResume",
                        new SendReport(List.of(new SendReport.Row(
                                1, TO + "8", null, "document", null, Call.ID, "wamid.1", false, null)))));
        try (ScriptedServer server = ScriptedServer.start(Call.SEND_UPLOADED_V2::serveWell)) {
            for (Consumer<Map<String, Object>> mistake : mistakes) {
                Map<String, Object> headers = new HashMap<>(message(TO));
                mistake.accept(headers);
                assertThat(run("send", server, headers).getException()).isInstanceOf(MediaRejectedException.class);
            }
            assertThat(server.acceptedMessages()).isZero();
        }
        assertThat(log.shown()).contains("send rejected, rule=", "Failed delivery for");
        assertNothingShows();
    }

    @Test
    void aNumberIsShownByItsEndsOnly() {
        assertThat(new PhoneNumber(TO).shortened()).isEqualTo("+49…567");
        assertThat(new PhoneNumber("1234567").shortened()).isEqualTo("+12…567");
        assertThat(PhoneNumber.masked("+49 (151) 234-567x")).isEqualTo("+49 (***) ***-567x");
        assertThat(PhoneNumber.masked("123456")).isEqualTo("123456");
        assertThatThrownBy(() -> PhoneNumber.parse("0151 234567")).hasMessageStartingWith("'01** ***567' is no phone");
    }

    private void assertNothingShows() {
        assertThat(log.shown()).doesNotContain(KEY, CAPTION, TO, BODY);
    }
}
