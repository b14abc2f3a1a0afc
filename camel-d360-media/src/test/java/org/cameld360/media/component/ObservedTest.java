package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.simulator.fault.CallPattern.message;
import static org.cameld360.simulator.fault.CallPattern.upload;
import static org.cameld360.simulator.fault.Failure.with503ThenOk;
import static org.cameld360.simulator.fault.Failure.withAnswerLost;
import static org.cameld360.simulator.fault.Failure.withStatus;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.console.DevConsole;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.apache.camel.support.PluginHelper;
import org.cameld360.media.AuthenticationException;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.PartsFailedException;
import org.cameld360.media.SendInDoubtException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator sees of it, by each of the means that Camel has. */
class ObservedTest extends SimulatedRoutes {

    private static final String RECIPIENT = "49151234567";

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getRegistry().bind("meters", registry);
        HealthCheckHelper.getHealthCheckRegistry(context);
        HealthCheckHelper.getHealthCheckRepository(context, "producers").setEnabled(true);
        OpenTelemetryTracer tracer = new OpenTelemetryTracer();
        context.getRegistry()
                .bind(
                        "tracing",
                        SdkTracerProvider.builder()
                                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                                .build()
                                .get("test"));
        tracer.init(context);
        return context;
    }

    @Override
    protected boolean useJmx() {
        return true;
    }

    @BeforeEach
    void oneOfEachKind() {
        simulator().next(upload()).fails(with503ThenOk());
        Exchange sent = send("photo.jpg", RECIPIENT);
        assertThat(sent.getException()).isNull();
        simulator().next(message()).fails(withAnswerLost());
        assertThat(send("photo.jpg", RECIPIENT).getException()).isInstanceOf(SendInDoubtException.class);
        assertThat(send("empty.jpg", RECIPIENT).getException()).isInstanceOf(MediaRejectedException.class);
        Exchange got = template.send("direct:getV1", e -> e.getMessage()
                .setHeader("CamelD360MediaId", sent.getMessage().getHeader("CamelD360MediaId")));
        assertThat(got.getException()).isNull();
    }

    private Exchange send(String sample, String to) {
        return template.send("direct:sendV1", exchange -> {
            exchange.getMessage().setBody(sample(sample).toFile());
            exchange.getMessage().setHeader("CamelD360MediaTo", to);
            exchange.getMessage()
                    .setHeader("CamelD360MediaCaption", sample.equals("photo.jpg") ? "private words" : null);
        });
    }

    @Test
    void metersCountByOperationAndOutcome() {
        long size = sample("photo.jpg").toFile().length();

        assertThat(meters())
                .containsEntry("d360.media.calls{operation=upload, outcome=ok}", 2.0)
                .containsEntry("d360.media.calls{operation=send, outcome=ok}", 1.0)
                .containsEntry("d360.media.calls{operation=send, outcome=in-doubt}", 1.0)
                .containsEntry("d360.media.calls{operation=get, outcome=ok}", 1.0)
                .containsEntry("d360.media.repeats{operation=upload}", 1.0)
                .containsEntry("d360.media.bytes{operation=upload}", 2.0 * size)
                .containsEntry("d360.media.bytes{operation=get}", (double) size)
                .hasEntrySatisfying("d360.media.rejections{rule=empty}", count -> assertThat(count)
                        .isOne());
    }

    @Test
    void metersCountWhatWasRefusedAmongSeveralParts() {
        Exchange exchange = template.send("direct:sendV1", several -> {
            several.getMessage().setHeader("CamelD360MediaTo", RECIPIENT);
            AttachmentMessage message = several.getMessage(AttachmentMessage.class);
            message.addAttachment(
                    "photo.jpg",
                    new DataHandler(new FileDataSource(sample("photo.jpg").toFile())));
            message.addAttachment(
                    "empty.jpg",
                    new DataHandler(new FileDataSource(sample("empty.jpg").toFile())));
        });

        assertThat(exchange.getException()).isInstanceOf(PartsFailedException.class);
        assertThat(meters()).containsEntry("d360.media.rejections{rule=empty}", 2.0);
    }

    @Test
    void meansOfNoKindShowKeysRecipientsOrCaptions() throws Exception {
        assertThat(meters().keySet().toString()
                        + spans.getFinishedSpanItems()
                        + console().call(DevConsole.MediaType.TEXT))
                .contains("upload")
                .doesNotContain(simulator().apiKey(), RECIPIENT, "private words");
    }

    @Test
    void jmxHasAttributesAndAnOperation() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName component = server.queryNames(
                        new ObjectName("org.apache.camel:context=" + context.getManagementName()
                                + ",type=components,name=\"d360-media\""),
                        null)
                .iterator()
                .next();

        assertThat(server.getAttribute(component, "Uploads")).isEqualTo(2L);
        assertThat(server.getAttribute(component, "Messages")).isEqualTo(1L);
        assertThat(server.getAttribute(component, "MessagesInDoubt")).isEqualTo(1L);
        assertThat(server.getAttribute(component, "Rejections")).isEqualTo(1L);
        assertThat(server.getAttribute(component, "Repeats")).isEqualTo(1L);
        server.invoke(component, "resetFigures", new Object[0], new String[0]);
        assertThat(server.getAttribute(component, "Uploads")).isEqualTo(0L);
    }

    @Test
    void theDevConsoleShowsFiguresOfEachComponent() {
        assertThat(console().call(DevConsole.MediaType.TEXT).toString())
                .contains("d360-media\n", "d360-v2\n", "    send in-doubt: 1\n", "    rejected here: 1\n");
        Map<?, ?> json = (Map<?, ?>) console().call(DevConsole.MediaType.JSON);
        long size = sample("photo.jpg").toFile().length();
        assertThat(figuresOf(json))
                .containsEntry("upload ok", 2L)
                .containsEntry("send in-doubt", 1L)
                .containsEntry("uploaded bytes", 2 * size)
                .containsEntry("downloaded bytes", size)
                .containsEntry("repeats", 1L)
                .containsEntry("ids reused", 0L);
    }

    @Test
    void theHealthCheckGoesByTheLastCallAndAsksNothing() {
        int calls = simulator().calls().size();
        assertThat(health("producer:d360-media").getState()).isEqualTo(HealthCheck.State.UP);

        simulator().next(upload()).fails(withStatus(401));
        assertThat(send("photo.jpg", RECIPIENT).getException()).isInstanceOf(AuthenticationException.class);
        HealthCheck.Result down = health("producer:d360-media");
        assertThat(down.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(down.getMessage().orElseThrow()).startsWith("360dialog refused the API key at ");

        assertThat(send("photo.jpg", RECIPIENT).getException()).isNull();
        assertThat(health("producer:d360-media").getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(health("producer:d360-v2").getMessage()).contains("Nothing has been called yet.");
        assertThat(simulator().calls()).hasSize(calls + 3);
    }

    @Test
    void aStoppedComponentLeavesNoHealthCheckBehind() {
        context.stop();

        assertThat(HealthCheckHelper.getHealthCheckRepository(context, "producers").stream())
                .isEmpty();
    }

    @Test
    void spansTellOperationTypeAndOutcome() {
        List<SpanData> ours = spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().startsWith("d360-media"))
                .toList();

        assertThat(ours).extracting(SpanData::getName).contains("d360-media send", "d360-media get");
        assertThat(ours)
                .extracting(span -> span.getAttributes().get(AttributeKey.stringKey("d360.media.outcome")))
                .containsExactlyInAnyOrder("ok", "in-doubt", "rejected", "ok");
        assertThat(ours)
                .extracting(span -> span.getAttributes().get(AttributeKey.stringKey("d360.media.size")))
                .contains(Long.toString(sample("photo.jpg").toFile().length()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> figuresOf(Map<?, ?> json) {
        return (Map<String, Object>) json.get("d360-media");
    }

    private Map<String, Double> meters() {
        return registry.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith("d360."))
                .collect(Collectors.toMap(ObservedTest::name, ObservedTest::count));
    }

    private static String name(Meter meter) {
        return meter.getId().getName()
                + meter.getId().getTags().stream().map(ObservedTest::shown).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String shown(Tag tag) {
        return tag.getKey() + "=" + tag.getValue();
    }

    private static double count(Meter meter) {
        return StreamSupport.stream(meter.measure().spliterator(), false)
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private DevConsole console() {
        return PluginHelper.getDevConsoleResolver(context).resolveDevConsole("d360-media");
    }

    private HealthCheck.Result health(String id) {
        return HealthCheckHelper.getHealthCheckRepository(context, "producers").stream()
                .filter(check -> check.getId().equals(id))
                .map(HealthCheck::call)
                .findFirst()
                .orElseThrow();
    }
}
