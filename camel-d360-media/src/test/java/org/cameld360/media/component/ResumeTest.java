package org.cameld360.media.component;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.converter.stream.InputStreamCache;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.PartsFailedException;
import org.cameld360.media.SendReport;
import org.cameld360.media.SendReport.Row;
import org.cameld360.media.SentMessage;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.ReceivedMessage;
import org.cameld360.simulator.StoredMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The report of an earlier attempt comes back in, and only what is left is sent. */
class ResumeTest extends SimulatedRoutes {

    private static final String ANNA = "49151234567";
    private static final String BEN = "49151234568";
    private static final String BOTH = ANNA + "," + BEN;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    static Path folder;

    /** What a route may have kept the report in. */
    enum Kept {
        REPORT,
        EXCEPTION,
        EXCEPTION_OF_A_CALLED_ROUTE,
        TEXT,
        BYTES,
        STREAM,
        CACHED_STREAM,
        MAP,
        TREE,
        FILE;

        Object of(PartsFailedException failure, Exchange exchange) throws Exception {
            SendReport report = failure.getReport();
            String json = exchange.getContext().getTypeConverter().mandatoryConvertTo(String.class, exchange, report);
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            return switch (this) {
                case REPORT -> report;
                case EXCEPTION -> failure;
                case EXCEPTION_OF_A_CALLED_ROUTE -> new CamelExecutionException("called", exchange, failure);
                case TEXT -> json;
                case BYTES -> bytes;
                case STREAM -> new ByteArrayInputStream(bytes);
                case CACHED_STREAM -> new InputStreamCache(bytes);
                case MAP -> MAPPER.readValue(json, Map.class);
                case TREE -> MAPPER.readTree(json);
                case FILE -> Files.write(folder.resolve("report.json"), bytes).toFile();
            };
        }
    }

    static Stream<Arguments> everyWay() {
        return Stream.of(ApiVersion.values())
                .flatMap(version -> Stream.of(Kept.values()).map(kept -> Arguments.of(version, kept)));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void onlyTheRestIsSentWhateverTheReportWasKeptIn(ApiVersion version, Kept kept) throws Exception {
        StubMapping fault = messagesFail(BEN, aResponse().withStatus(500));
        Exchange first = send(version, BOTH, null, "photo.jpg", "invoice.pdf");
        PartsFailedException failure = (PartsFailedException) first.getException();
        assertThat(failure).hasMessageContaining("2 of 4");
        simulator().wireMock().removeStub(fault);

        Exchange second = send(version, BOTH, kept.of(failure, first), "photo.jpg", "invoice.pdf");

        assertThat(second.getException()).isNull();
        assertThat(simulator().messages())
                .extracting(message -> message.type() + " to " + message.to().replace("+", ""))
                .containsExactlyInAnyOrder(
                        "image to " + ANNA, "document to " + ANNA, "image to " + BEN, "document to " + BEN);
        assertThat(simulator().allMedia()).as("uploads").hasSize(2);
        SendReport report = second.getMessage().getBody(SendReport.class);
        assertThat(report.isComplete()).isTrue();
        assertThat(report.rows())
                .extracting(row -> row.part() + " " + row.fileName() + " " + row.to())
                .containsExactly(
                        "1 photo.jpg " + ANNA, "1 photo.jpg " + BEN, "2 invoice.pdf " + ANNA, "2 invoice.pdf " + BEN);
        assertThat(report.rows().get(0)).isEqualTo(failure.getReport().rows().get(0));
        assertThat(report.rows())
                .extracting(Row::messageId)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(second.getMessage().getHeader("CamelD360MediaResume")).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aReportThatIsCompleteSendsNothing(ApiVersion version) {
        SendReport complete =
                send(version, BOTH, null, "photo.jpg").getMessage().getBody(SendReport.class);
        int calls = simulator().calls().size();

        Exchange again = send(version, BOTH, complete, "photo.jpg");

        assertThat(again.getMessage().getBody()).isEqualTo(complete);
        assertThat(simulator().calls()).hasSize(calls);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsInDoubtIsNeverRepeatedUntilSomebodySaysSo(ApiVersion version) throws Exception {
        StubMapping fault = messagesFail(BEN, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        SendReport first = report(send(version, BOTH, null, "photo.jpg"));
        assertThat(first.rows()).extracting(Row::inDoubt).containsExactly(false, true);
        simulator().wireMock().removeStub(fault);

        Exchange second = send(version, BOTH, first, "photo.jpg");

        assertThat(report(second)).isEqualTo(first);
        assertThat(second.getException()).hasMessageContaining("1 of 2");
        assertThat(second.getMessage().getHeader("CamelD360MediaResume")).isEqualTo(first);
        assertThat(simulator().messages()).hasSize(1);

        String decided = text(first).replace("\"inDoubt\":true", "\"inDoubt\":false");
        Exchange third = send(version, BOTH, decided, "photo.jpg");

        assertThat(third.getMessage().getBody(SendReport.class).isComplete()).isTrue();
        assertThat(simulator().messages()).hasSize(2);
        assertThat(simulator().allMedia()).hasSize(1);
    }

    @Test
    void theHeaderIsBroughtUpToDateWhereSomethingFailsAgain() throws Exception {
        StubMapping ben = messagesFail(BEN, aResponse().withStatus(500));
        StubMapping anna = messagesFail(ANNA, aResponse().withStatus(500));
        SendReport first = report(send(ApiVersion.V2, BOTH, null, "photo.jpg"));
        simulator().wireMock().removeStub(anna);

        Exchange second = send(ApiVersion.V2, BOTH, text(first), "photo.jpg");
        simulator().wireMock().removeStub(ben);

        SendReport rest = (SendReport) second.getMessage().getHeader("CamelD360MediaResume");
        assertThat(rest).isEqualTo(report(second));
        assertThat(rest.rows()).extracting(Row::isSent).containsExactly(true, false);
        assertThat(send(ApiVersion.V2, BOTH, rest, "photo.jpg").getException()).isNull();
        assertThat(simulator().messages()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void mediaThatIsNotThereAnyMoreIsUploadedAgain(ApiVersion version) {
        StubMapping fault = messagesFail(BEN, aResponse().withStatus(500));
        SendReport first = report(send(version, BOTH, null, "photo.jpg"));
        simulator().wireMock().removeStub(fault);
        template.requestBodyAndHeader(
                "direct:delete" + version,
                null,
                "CamelD360MediaId",
                first.rows().get(1).mediaId());

        Exchange second = send(version, BOTH, first, "photo.jpg");

        assertThat(second.getException()).isNull();
        List<Row> rows = second.getMessage().getBody(SendReport.class).rows();
        assertThat(rows.get(1).mediaId()).isNotEqualTo(rows.get(0).mediaId());
        assertThat(simulator().messages()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aPartThatWasNotUploadedIsUploadedNow(ApiVersion version) {
        StubMapping fault = simulator()
                .wireMock()
                .stubFor(post(urlMatching(".*/media")).willReturn(aResponse().withStatus(500)));
        SendReport first = report(send(version, BOTH, null, "photo.jpg", "invoice.pdf"));
        assertThat(first.rows()).extracting(Row::mediaId).containsOnlyNulls();
        assertThat(first.rows()).extracting(Row::content).doesNotContainNull();
        simulator().wireMock().removeStub(fault);

        Exchange second = send(version, BOTH, first, "photo.jpg", "invoice.pdf");

        assertThat(second.getMessage().getBody(SendReport.class).isComplete()).isTrue();
        assertThat(simulator().allMedia()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aPartThatWasRefusedMayBeAnotherOneNow(ApiVersion version) {
        SendReport first = report(send(version, ANNA, null, "photo.jpg", "audio.wav", "invoice.pdf"));
        assertThat(first.rows()).extracting(Row::isSent).containsExactly(true, false, true);

        Exchange second = send(version, ANNA, first, "photo.jpg", "audio.mp3", "invoice.pdf");

        assertThat(second.getMessage().getBody(SendReport.class).rows())
                .extracting(Row::fileName)
                .containsExactly("photo.jpg", "audio.mp3", "invoice.pdf");
        assertThat(simulator().messages())
                .extracting(ReceivedMessage::type)
                .containsExactly("image", "document", "audio");
    }

    @Test
    void aPartThatGoesAsAnotherTypeNowIsUploadedForIt() {
        StubMapping fault = messagesFail(BEN, aResponse().withStatus(500));
        SendReport first = report(send(ApiVersion.V1, BOTH, null, "photo.jpg"));
        simulator().wireMock().removeStub(fault);

        Exchange second = template.request("direct:sendV1", e -> {
            fill(e, BOTH, first, "photo.jpg");
            e.getMessage().setHeader("CamelD360MediaType", "document");
        });

        assertThat(second.getMessage().getBody(SendReport.class).rows())
                .extracting(Row::type)
                .containsExactly("image", "document");
        assertThat(simulator().messages()).extracting(ReceivedMessage::type).containsExactly("image", "document");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            photo.png invoice.pdf             | 49151234567,49151234568             | part 1 of the message is another one now
            invoice.pdf photo.jpg             | 49151234567,49151234568             | part 1 of the message is another one now
            photo.jpg note.txt                | 49151234567,49151234568             | part 2 of the message is another one now
            photo.jpg                         | 49151234567,49151234568             | it has a part 2, and the message has 1
            photo.jpg invoice.pdf note.txt    | 49151234567,49151234568             | it has no row for part 3 to 49******567
            photo.jpg invoice.pdf             | 49151234567                         | it has a row for 49******568, who is no recipient
            photo.jpg invoice.pdf             | 49151234567,49151234568,49151234569 | it has no row for part 1 to 49******569
            photo.jpg audio.wav               | 49151234567,49151234568             | part 2 of the message is nothing that can be compared
            """)
    void aMessageThatHasChangedIsRefusedAndNothingIsSent(String samples, String to, String why) {
        StubMapping fault = messagesFail(BEN, aResponse().withStatus(500));
        SendReport first = report(send(ApiVersion.V2, BOTH, null, "photo.jpg", "invoice.pdf"));
        simulator().wireMock().removeStub(fault);
        int calls = simulator().calls().size();

        Exchange refused = send(ApiVersion.V2, to, first, samples.split(" "));

        assertRefused(refused, why);
        assertThat(simulator().calls()).hasSize(calls);
    }

    @Test
    void nothingOfTheReportOfAnotherMessageStaysInTheExchange() {
        StubMapping fault = messagesFail(BEN, aResponse().withStatus(500));
        SendReport first = report(send(ApiVersion.V2, BOTH, null, "photo.jpg", "invoice.pdf"));
        simulator().wireMock().removeStub(fault);
        Exchange exchange = send(ApiVersion.V2, BOTH, first, "photo.jpg", "note.txt");
        assertRefused(exchange, "part 2 of the message is another one now");

        exchange.setException(null);
        exchange.getMessage().removeHeader("CamelD360MediaResume");
        template.send("direct:sendV2", exchange);

        assertThat(exchange.getException()).isNull();
        assertThat(simulator().messages())
                .as("two of the first, and all four of the other")
                .hasSize(6);
    }

    @Test
    void recipientsMayComeInAnotherOrder() {
        SendReport complete =
                send(ApiVersion.V2, BOTH, null, "photo.jpg").getMessage().getBody(SendReport.class);

        Exchange again = send(ApiVersion.V2, BEN + ",+49 151 234567", complete, "photo.jpg");

        assertThat(again.getMessage().getBody(SendReport.class).rows())
                .extracting(Row::to)
                .containsExactly(BEN, ANNA);
        assertThat(simulator().messages()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no report                                                          | it is no JSON
            []                                                                 | it is no JSON object
            "text"                                                             | it is no JSON object
            {}                                                                 | it has no rows
            {"rows":{}}                                                        | it has no rows
            {"rows":[1]}                                                       | row 1 is none
            {"rows":[{"to":"49151234567"}]}                                    | row 1 has no part
            {"rows":[{"part":0,"to":"49151234567"}]}                           | row 1 has no part
            {"rows":[{"part":99999999999,"to":"49151234567"}]}                 | row 1 has no part
            {"rows":[{"part":1}]}                                              | row 1 has no to
            {"rows":[{"part":1,"to":"nobody"}]}                                | row 1 has no to
            {"rows":[{"part":1,"to":"49151234567","messageId":"a\\u001b[1m"}]} | row 1 has no messageId
            {"rows":[{"part":1,"to":"49151234567","messageId":{}}]}            | row 1 has no messageId
            {"rows":[{"part":1,"to":"49151234567","sent":true}]}               | row 1 has no messageId
            {"rows":[{"part":1,"to":"49151234567","inDoubt":"perhaps"}]}       | row 1 has no inDoubt
            {"rows":[{"part":1,"to":"49151234567","inDoubt":1}]}               | row 1 has no inDoubt
            {"rows":[{"part":1,"to":"49151234567"},{"part":1,"to":"49151234567"}]} | it has two rows for part 1
            {"rows":[{"part":1,"to":"49151234567","messageId":"a"}]}           | part 1 of the message is another one now
            {"rows":[]} {}                                                     | it is no JSON
            42                                                                 | it is no JSON object
            """)
    void whatIsNoReportIsRefusedAndNothingIsSent(String header, String why) {
        Exchange refused = send(ApiVersion.V2, ANNA, header, "photo.jpg");

        assertRefused(refused, why);
        assertThat(simulator().calls()).isEmpty();
    }

    @Test
    void anExceptionWithoutAReportIsRefused() {
        assertRefused(
                send(ApiVersion.V2, ANNA, new IllegalStateException("secret"), "photo.jpg"),
                "the exception java.lang.IllegalStateException holds no report");
        assertRefused(send(ApiVersion.V2, ANNA, new Object(), "photo.jpg"), "java.lang.Object can't be read as one");
    }

    @Test
    void aBlankHeaderIsNone() {
        assertThat(send(ApiVersion.V2, ANNA, "  ", "photo.jpg").getMessage().getBody())
                .isInstanceOf(SentMessage.class);
    }

    @ParameterizedTest
    @CsvSource({"V1, link", "V2, link", "V1, id", "V2, id"})
    void whatGoesByLinkOrIdIsKnownAgain(ApiVersion version, String by) {
        String mediaId = template.requestBody("direct:upload" + version, sample("photo.jpg"), String.class);
        String other = template.requestBody("direct:upload" + version, sample("photo.png"), String.class);
        String signed = "https://files.example.org/a.jpg?signature=Zm9v";
        String header = by.equals("link") ? "CamelD360MediaLink" : "CamelD360MediaId";
        StubMapping fault = messagesFail(BEN, aResponse().withStatus(500));

        PartsFailedException failure =
                (PartsFailedException) reference(version, header, by.equals("link") ? signed : mediaId, null)
                        .getException();
        simulator().wireMock().removeStub(fault);

        assertRefused(
                reference(version, header, by.equals("link") ? signed + "x" : other, failure),
                "part 1 of the message is another one now");
        Exchange second = reference(version, header, by.equals("link") ? signed : mediaId, failure);
        assertThat(second.getMessage().getBody(SendReport.class).isComplete()).isTrue();
        assertThat(simulator().messages()).hasSize(2);
        assertThat(failure.getReport().rows().get(0).content()).startsWith(by + ":");
        assertThat(failure.getReport().toString()).doesNotContain("signature", "Zm9v", "files.example");
    }

    @Test
    void aReportHoldsNoKeyAndNoCaption() throws Exception {
        messagesFail(BEN, aResponse().withStatus(500));
        Exchange sent = template.request("direct:sendV2", e -> {
            fill(e, BOTH, null, "photo.jpg", "audio.wav");
            e.getMessage().setHeader("CamelD360MediaCaption", "Nobody's business");
            e.getMessage().setHeader("CamelD360MediaCallbackData", "order-4711");
        });

        assertThat(text(report(sent)) + sent.getException())
                .contains("photo.jpg", BEN)
                .doesNotContain("Nobody", "order-4711", simulator().apiKey());
    }

    @Test
    void anExceptionThatWasSerializedStillHoldsItsReport() throws Exception {
        messagesFail(BEN, aResponse().withStatus(500));
        PartsFailedException failure = (PartsFailedException)
                send(ApiVersion.V2, BOTH, null, "photo.jpg").getException();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((PartsFailedException) in.readObject()).getReport()).isEqualTo(failure.getReport());
        }
    }

    @Test
    void theContentOfARowIsTheHashThatTheServerHasToo() throws Exception {
        Exchange sent = send(ApiVersion.V2, BOTH, null, "photo.jpg");

        String sha256 = simulator().allMedia().stream()
                .map(StoredMedia::sha256)
                .findFirst()
                .orElseThrow();
        assertThat(sent.getMessage().getBody(SendReport.class).rows())
                .extracting(Row::content)
                .containsOnly("sha256:" + sha256);
        JsonNode json = MAPPER.readTree(text(sent.getMessage().getBody(SendReport.class)));
        assertThat(json.path("complete").booleanValue()).isTrue();
        assertThat(json.path("rows").path(0).path("content").textValue()).isEqualTo("sha256:" + sha256);
    }

    static StubMapping messagesFail(String to, ResponseDefinitionBuilder answer) {
        return simulator()
                .wireMock()
                .stubFor(post(urlMatching(".*/messages"))
                        .withRequestBody(matchingJsonPath("$[?(@.to =~ /.*" + to + "/)]"))
                        .willReturn(answer));
    }

    private Exchange send(ApiVersion version, String to, Object report, String... samples) {
        return template.request("direct:send" + version, e -> fill(e, to, report, samples));
    }

    private static void fill(Exchange exchange, String to, Object report, String... samples) {
        AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
        message.setBody("the text of the mail");
        message.setHeader("CamelD360MediaTo", to);
        message.setHeader("CamelD360MediaResume", report);
        for (String name : samples) {
            message.addAttachment(
                    name, new DataHandler(new FileDataSource(sample(name).toFile())));
        }
    }

    private Exchange reference(ApiVersion version, String header, String value, Object report) {
        return template.request("direct:send" + version, e -> {
            e.getMessage().setHeader("CamelD360MediaTo", BOTH);
            e.getMessage().setHeader("CamelD360MediaType", "image");
            e.getMessage().setHeader("CamelD360MediaResume", report);
            e.getMessage().setHeader(header, value);
        });
    }

    private static SendReport report(Exchange failed) {
        assertThat(failed.getException()).isInstanceOf(PartsFailedException.class);
        return ((PartsFailedException) failed.getException()).getReport();
    }

    private String text(SendReport report) {
        return context.getTypeConverter().convertTo(String.class, report);
    }

    private static void assertRefused(Exchange refused, String why) {
        assertThat(refused.getException())
                .isInstanceOf(MediaRejectedException.class)
                .hasMessageContaining("CamelD360MediaResume")
                .hasMessageContaining(why)
                .extracting(e -> ((MediaRejectedException) e).getRule())
                .isEqualTo("resume");
    }
}
