package org.cameld360.media.component;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.cameld360.media.PartsFailedException;
import org.cameld360.media.SendReport;
import org.cameld360.simulator.ApiVersion;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each of Camel's ways to try again sends only the rest: redelivery, a dead letter channel, a queue, a file. */
class ResumeRoutesTest extends SimulatedRoutes {

    private static final String ANNA = "49151234567";
    private static final String BEN = "49151234568";

    @TempDir
    static Path folder;

    private final AtomicReference<StubMapping> fault = new AtomicReference<>();

    @Override
    protected RoutesBuilder[] createRouteBuilders() {
        return new RoutesBuilder[] {
            createRouteBuilder(),
            new RouteBuilder() {
                @Override
                public void configure() {
                    for (ApiVersion version : ApiVersion.values()) {
                        String send = scheme(version) + ":send?to=" + ANNA + "," + BEN;
                        from("direct:redelivered" + version)
                                .errorHandler(defaultErrorHandler()
                                        .maximumRedeliveries(2)
                                        .redeliveryDelay(0)
                                        .onRedelivery(e -> recovered()))
                                .to(send);
                        from("direct:original" + version)
                                .errorHandler(deadLetterChannel("direct:dead" + version)
                                        .useOriginalMessage()
                                        .maximumRedeliveries(1)
                                        .redeliveryDelay(0))
                                .setHeader("CamelD360MediaCaption", constant("For you"))
                                .to(send)
                                .setBody(constant("never"));
                        from("direct:dead" + version)
                                .process(e -> recovered())
                                .setHeader("CamelD360MediaResume", exchangeProperty(Exchange.EXCEPTION_CAUGHT))
                                .to(send)
                                .to("mock:done" + version);
                        from("direct:queued" + version)
                                .errorHandler(deadLetterChannel("seda:dead" + version + "?pollTimeout=50")
                                        .useOriginalMessage())
                                .to(send);
                        from("seda:dead" + version + "?pollTimeout=50")
                                .errorHandler(noErrorHandler())
                                .process(e -> recovered())
                                .setHeader(
                                        "CamelD360MediaResume",
                                        simple("${exchangeProperty.CamelExceptionCaught.report}"))
                                .to(send)
                                .to("mock:done" + version);
                        from("direct:kept" + version)
                                .onException(PartsFailedException.class)
                                .handled(true)
                                .setBody(simple("${exception.report}"))
                                .to("file:" + folder + "/" + version + "?fileName=report.json")
                                .end()
                                .to(send);
                        from("direct:rest" + version)
                                .pollEnrich(
                                        "file:" + folder + "/" + version + "?fileName=report.json&charset=utf-8",
                                        10_000,
                                        (message, report) -> {
                                            message.getMessage()
                                                    .setHeader(
                                                            "CamelD360MediaResume",
                                                            report.getMessage().getBody());
                                            return message;
                                        })
                                .to(send);
                    }
                }
            }
        };
    }

    private void recovered() {
        StubMapping known = fault.getAndSet(null);
        if (known != null) {
            simulator().wireMock().removeStub(known);
        }
    }

    private void benFails() {
        fault.set(ResumeTest.messagesFail(BEN, aResponse().withStatus(500)));
    }

    @ParameterizedTest
    @EnumSource
    void redeliverySendsTheRest(ApiVersion version) {
        benFails();

        Exchange sent = template.request("direct:redelivered" + version, this::fill);

        assertThat(sent.getException()).isNull();
        assertThat(sent.getMessage().getBody(SendReport.class).isComplete()).isTrue();
        assertEachOnce();
    }

    @ParameterizedTest
    @EnumSource
    void redeliveryOfWhatIsResumedSendsTheRestThoughTheReportCouldBeReadOnce(ApiVersion version) {
        StubMapping anna = ResumeTest.messagesFail(ANNA, aResponse().withStatus(500));
        benFails();
        Exchange first = template.request("direct:send" + version, e -> {
            fill(e);
            e.getMessage().setHeader("CamelD360MediaTo", ANNA + "," + BEN);
        });
        SendReport report = ((PartsFailedException) first.getException()).getReport();
        simulator().wireMock().removeStub(anna);
        InputStream once = new ByteArrayInputStream(
                context.getTypeConverter().convertTo(String.class, report).getBytes(StandardCharsets.UTF_8));

        Exchange sent = template.request("direct:redelivered" + version, e -> {
            fill(e);
            e.getMessage().setHeader("CamelD360MediaResume", once);
        });

        assertThat(sent.getException()).isNull();
        assertThat(sent.getMessage().getHeader("CamelD360MediaResume")).isNull();
        assertEachOnce();
    }

    @ParameterizedTest
    @EnumSource
    void aDeadLetterChannelWithTheOriginalMessageSendsTheRestByTheException(ApiVersion version) throws Exception {
        assertThatTheRouteSendsTheRest("original" + version, version);
    }

    @ParameterizedTest
    @EnumSource
    void aQueueOfDeadLettersSendsTheRestByTheReport(ApiVersion version) throws Exception {
        assertThatTheRouteSendsTheRest("queued" + version, version);
    }

    @ParameterizedTest
    @EnumSource
    void aReportThatWasKeptInAFileSendsTheRest(ApiVersion version) {
        benFails();
        template.send("direct:kept" + version, this::fill);
        assertThat(simulator().messages()).hasSize(2);
        recovered();

        Exchange sent = template.request("direct:rest" + version, this::fill);

        assertThat(sent.getException()).isNull();
        assertThat(sent.getMessage().getBody(SendReport.class).isComplete()).isTrue();
        assertEachOnce();
    }

    private void fill(Exchange exchange) {
        AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
        message.setBody("the text of the mail");
        for (String name : new String[] {"photo.jpg", "invoice.pdf"}) {
            message.addAttachment(
                    name, new DataHandler(new FileDataSource(sample(name).toFile())));
        }
    }

    private static void assertEachOnce() {
        assertThat(simulator().messages())
                .extracting(message -> message.type() + " to " + message.to().replace("+", ""))
                .containsExactlyInAnyOrder(
                        "image to " + ANNA, "document to " + ANNA, "image to " + BEN, "document to " + BEN);
        assertThat(simulator().allMedia()).as("uploads").hasSize(2);
    }

    private void assertThatTheRouteSendsTheRest(String route, ApiVersion version) throws Exception {
        benFails();
        MockEndpoint done = context.getEndpoint("mock:done" + version, MockEndpoint.class);
        done.expectedMessageCount(1);

        template.send("direct:" + route, this::fill);

        done.assertIsSatisfied(TimeUnit.SECONDS.toMillis(20));
        assertThat(done.getExchanges()
                        .get(0)
                        .getMessage()
                        .getBody(SendReport.class)
                        .isComplete())
                .isTrue();
        assertEachOnce();
    }
}
