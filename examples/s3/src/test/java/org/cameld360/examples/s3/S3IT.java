package org.cameld360.examples.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cameld360.simulator.Inbound.inbound;
import static org.cameld360.simulator.assertj.SimulatorAssertions.assertThat;
import static org.cameld360.simulator.expect.ExpectedMessage.anyMessage;
import static org.cameld360.simulator.expect.ExpectedMessage.audio;
import static org.cameld360.simulator.expect.ExpectedMessage.document;
import static org.cameld360.simulator.expect.ExpectedMessage.image;
import static org.cameld360.simulator.fault.CallPattern.message;
import static org.cameld360.simulator.fault.CallPattern.upload;
import static org.cameld360.simulator.fault.Failure.withAnswerLost;
import static org.cameld360.simulator.fault.Failure.withDelay;
import static org.cameld360.simulator.fault.Failure.withStatus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.cameld360.examples.launcher.Example;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.StoredMedia;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The example's own routes, between an S3 server and the simulator. */
class S3IT {

    private static final String NOBODYS_OWN = "15550100177";
    private static final String PDF = "%PDF-1.4\n";

    private Example example;
    private D360Simulator simulator;
    private S3StandIn bucket;

    @AfterEach
    void end() {
        if (example != null) {
            example.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void sendsWhatIsInTheBucketUnderItsNameAndPutsItAway(String version) throws Exception {
        start(version, Map.of());

        soon().until(() -> keys("outbox/").isEmpty() && simulator.messages().size() == 3);
        assertThat(simulator).received(image().to("15550100123").withContentType("image/jpeg"));
        assertThat(simulator).received(audio().to(NOBODYS_OWN));
        assertThat(simulator)
                .received(
                        document().to("15550100123").withFileName("invoice.pdf").withCaption("As agreed."));
        assertThat(keys("sent/"))
                .anyMatch(key -> key.matches("sent/[0-9]{8}-[0-9]{6}/15550100123/holiday photo[.]jpg"))
                .anyMatch(key -> key.matches("sent/[0-9]{8}-[0-9]{6}/voice-opus-mono[.]ogg"));
        assertThat(keys("archive/")).containsExactly("archive/2026/invoice.pdf");
        soon().untilAsserted(() ->
                assertThat(requests(".sent")).singleElement().asString().endsWith("-please.json"));
        assertThat(example.failed()).isZero();
    }

    @Test
    void givesADocumentTheNameAfterTheLastSlash() throws Exception {
        start("v2", Map.of());

        bucket.put("outbox/a/b/ö report.pdf", text(PDF), "application/octet-stream", Map.of());

        soon().untilAsserted(() -> assertThat(simulator)
                .received(
                        document().to(NOBODYS_OWN).withFileName("ö report.pdf").withContentType("application/pdf")));
    }

    @Test
    void takesRecipientsAndCaptionFromTheMetadata() throws Exception {
        start("v2", Map.of());

        bucket.put(
                "outbox/15550100111/report.pdf",
                text(PDF),
                "application/pdf",
                Map.of("to", "+1 555 010 0155, 15550100156", "caption", "For both"));

        soon().until(() -> keys("sent/").stream().anyMatch(key -> key.endsWith("/report.pdf")));
        assertThat(simulator).received(document().to("15550100155").withCaption("For both"));
        assertThat(simulator).received(document().to("15550100156").withCaption("For both"));
        assertThat(simulator.received(anyMessage().to("15550100111"))).isEmpty();
    }

    @Test
    void putsARefusedObjectAsideWithTheReason() throws Exception {
        start("v2", Map.of());

        bucket.put("outbox/cut off.mp4", text("no video at all"), "video/mp4", Map.of());
        bucket.put("outbox/+49 what/report.pdf", text(PDF), "application/pdf", Map.of());

        soon().until(() -> keys("failed/").size() == 4 && keys("outbox/").isEmpty());
        List<String> failed = keys("failed/");
        assertThat(failed).anyMatch(key -> key.endsWith("/cut off.mp4"));
        assertThat(failed)
                .filteredOn(key -> key.endsWith("/+49 what/report.pdf.reason.txt"))
                .hasSize(1);
        assertThat(content(only(failed, "/+49 what/report.pdf.reason.txt"))).contains("phone number");
        assertThat(simulator.received(anyMessage().to("49"))).isEmpty();
    }

    @Test
    void putsAsideWhatMayHaveArrivedAndNeverSendsItAgain() throws Exception {
        start("v2", Map.of());
        soon().until(() -> simulator.messages().size() == 3);

        simulator.next(message()).fails(withAnswerLost());
        bucket.put("outbox/15550100155/report.pdf", text(PDF), "application/pdf", Map.of());

        soon().until(() -> keys("in-doubt/").size() == 2 && keys("outbox/").isEmpty());
        bucket.put("outbox/15550100156/later.pdf", text(PDF), "application/pdf", Map.of());
        soon().untilAsserted(() -> assertThat(simulator).received(document().to("15550100156")));
        assertThat(simulator.received(document().to("15550100155"))).hasSize(1);
        assertThat(content(only(keys("in-doubt/"), "/15550100155/report.pdf.reason.txt")))
                .startsWith("It is in doubt whether WhatsApp accepted the message");
    }

    @Test
    void triesAgainWhatDidNotGoThroughForNow() throws Exception {
        start("v2", Map.of("camel.component.d360-media.max-retries", "0"));
        soon().until(() -> simulator.messages().size() == 3);

        simulator.next(upload()).fails(withStatus(401));
        bucket.put("outbox/15550100155/report.pdf", text(PDF), "application/pdf", Map.of());

        soon().untilAsserted(() -> assertThat(simulator).received(document().to("15550100155")));
        soon().until(() -> keys("outbox/").isEmpty());
        assertThat(keys("in-doubt/")).isEmpty();
        assertThat(keys("failed/")).isEmpty();
        assertThat(example.failed()).isPositive();
    }

    @Test
    void goesOnWhenTheBucketIsBack() throws Exception {
        start("v2", Map.of());
        soon().until(() -> simulator.messages().size() == 3 && keys("outbox/").isEmpty());

        bucket.goAway();
        request("while-away.json", "{\"key\": \"archive/2026/invoice.pdf\", \"to\": \"15550100155\"}");
        soon().until(() -> example.failed() > 0);
        bucket.comeBack();
        bucket.put("outbox/15550100156/report.pdf", text(PDF), "application/pdf", Map.of());

        soon().untilAsserted(() -> {
            assertThat(simulator).received(document().to("15550100155"));
            assertThat(simulator).received(document().to("15550100156"));
        });
        assertThat(simulator.messages()).hasSize(5);
    }

    /** The message is out, and its object can't be moved: the next look at it must not send it again. */
    @Test
    void sendsNothingAgainThatItCouldNotMove() throws Exception {
        start("v2", Map.of());
        soon().until(() -> simulator.messages().size() == 3 && keys("outbox/").isEmpty());

        simulator.next(message()).fails(withDelay(Duration.ofSeconds(2)));
        bucket.put("outbox/15550100155/report.pdf", text(PDF), "application/pdf", Map.of());
        soon().until(() -> simulator.allMedia().stream().anyMatch(media -> "report.pdf".equals(media.fileName())));
        bucket.goAway();
        soon().until(() -> example.failed() > 0);
        bucket.comeBack();

        soon().until(() -> keys("in-doubt/").size() == 2 && keys("outbox/").isEmpty());
        assertThat(simulator.received(document().to("15550100155"))).hasSize(1);
    }

    @Test
    void reportsWhatWasOnItsWayWhenTheProgramWasKilled() throws Exception {
        start("v2", Map.of("camel.main.auto-startup", "false"));
        bucket.put("outbox/15550100155/report.pdf", text(PDF), "application/pdf", Map.of());
        S3Object object = objects("outbox/15550100155/").get(0);
        Files.writeString(
                bucket.begun(), object.key() + " " + object.eTag() + " " + object.lastModified() + "\n", UTF_8);

        example.context().getRouteController().startAllRoutes();

        soon().until(() -> keys("in-doubt/").size() == 2 && keys("outbox/").isEmpty());
        assertThat(simulator.received(document().to("15550100155"))).isEmpty();
        assertThat(content(only(keys("in-doubt/"), "report.pdf.reason.txt"))).contains("may have arrived");
    }

    @Test
    void leavesAKeyAloneThatCamelWouldObey() throws Exception {
        start("v2", Map.of());
        String odd = "outbox/${header.CamelAwsS3BucketName}.pdf";

        bucket.put(odd, text(PDF), "application/pdf", Map.of());
        bucket.put("outbox/then.pdf", text(PDF), "application/pdf", Map.of());

        soon().untilAsserted(() -> {
            assertThat(keys("sent/")).anyMatch(key -> key.endsWith("/then.pdf"));
            assertThat(keys("outbox/")).containsExactly(odd);
        });
        assertThat(simulator.received(document().to(NOBODYS_OWN))).hasSize(1);
    }

    /** Why such keys are left alone: once this fails, they need not be. */
    @Test
    void camelsS3EndpointTakesAKeyForAnExpression() throws Exception {
        start("v2", Map.of());

        InputStream object = example.context()
                .createProducerTemplate()
                .requestBodyAndHeaders(
                        "aws2-s3:media?operation=getObject",
                        null,
                        Map.of("CamelAwsS3Key", "archive/${header.year}/invoice.pdf", "year", "2026"),
                        InputStream.class);

        assertThat(object.readAllBytes()).hasSizeGreaterThan(100);
    }

    @Test
    void putsARequestAsideThatNamesNothing() throws Exception {
        start("v2", Map.of());

        request("missing.json", "{\"key\": \"archive/missing.pdf\", \"to\": \"15550100155\"}");
        request("broken.json", "{\"key\": ");
        request("odd.json", "{\"key\": \"archive/${body}\", \"to\": \"15550100155\"}");
        request("nobody.json", "{\"key\": \"archive/2026/invoice.pdf\", \"to\": \"\"}");

        soon().until(() -> requests(".failed").size() == 4);
        assertThat(simulator.received(anyMessage().to("15550100155"))).isEmpty();
        assertThat(keys("archive/")).containsExactly("archive/2026/invoice.pdf");
    }

    @Test
    void putsARequestAsideThatMayHaveBeenFulfilled() throws Exception {
        start("v2", Map.of());
        soon().until(() -> simulator.messages().size() == 3);

        simulator.next(message()).fails(withAnswerLost());
        request("doubt.json", "{\"key\": \"archive/2026/invoice.pdf\", \"to\": \"15550100155\"}");

        soon().until(() -> requests(".in-doubt").size() == 1);
        assertThat(simulator.received(document().to("15550100155"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void putsReceivedMediaIntoTheBucketUnderItsNameWithItsType(String version) throws Exception {
        start(version, Map.of());
        StoredMedia media = simulator
                .receive(inbound("application/pdf", PDF.getBytes(UTF_8))
                        .via(ApiVersion.valueOf(version.toUpperCase(Locale.ROOT))))
                .media();

        request("get.json", "{\"mediaId\": \"" + media.id() + "\"}");

        soon().until(() -> keys("received/").size() == 1 && requests(".sent").size() == 2);
        String key = keys("received/").get(0);
        ResponseBytes<GetObjectResponse> object = bucket.client()
                .getObjectAsBytes(get -> get.bucket(S3StandIn.BUCKET).key(key));
        assertThat(object.asUtf8String()).isEqualTo(PDF);
        assertThat(object.response().contentType()).isEqualTo("application/pdf");
        assertThat(key).startsWith("received/" + media.id() + "/").endsWith(".pdf");
    }

    private void start(String version, Map<String, String> properties) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("whatsapp.to", NOBODYS_OWN, "s3.delay", "100"));
        all.putAll(properties);
        example = Example.start(Map.of("D360_API_VERSION", version, "D360_TO", NOBODYS_OWN), all);
        simulator = example.simulator();
        bucket = example.standIn(S3StandIn.class);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private List<String> keys(String prefix) {
        return objects(prefix).stream().map(S3Object::key).toList();
    }

    private List<S3Object> objects(String prefix) {
        return bucket.client()
                .listObjectsV2(list -> list.bucket(S3StandIn.BUCKET).prefix(prefix))
                .contents();
    }

    private String content(String key) {
        return bucket.client()
                .getObjectAsBytes(get -> get.bucket(S3StandIn.BUCKET).key(key))
                .asUtf8String();
    }

    private static String only(List<String> keys, String end) {
        assertThat(keys).filteredOn(key -> key.endsWith(end)).hasSize(1);
        return keys.stream().filter(key -> key.endsWith(end)).findFirst().orElseThrow();
    }

    private void request(String name, String json) throws IOException {
        Path unfinished = Files.writeString(bucket.requests().resolve(name + ".tmp"), json, UTF_8);
        Files.move(unfinished, bucket.requests().resolve(name));
    }

    private List<Path> requests(String end) throws IOException {
        Path folder = bucket.requests().resolve(end);
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static RequestBody text(String text) {
        return RequestBody.fromString(text);
    }
}
