package org.cameld360.examples.httpupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.examples.httpupload.Server.sample;
import static org.cameld360.simulator.fault.CallPattern.message;
import static org.cameld360.simulator.fault.CallPattern.upload;
import static org.cameld360.simulator.fault.Failure.withAnswerLost;
import static org.cameld360.simulator.fault.Failure.withStatus;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.cameld360.examples.httpupload.Server.Answer;
import org.cameld360.simulator.ApiVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is answered where something was not sent. */
class AnswerIT extends ServedForm {

    @Test
    void mediaOfAnotherTypeIs415WithTheReason() throws Exception {
        Answer answer = server.send(new Form().file("file", "animation.gif", sample("animation.gif")));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.reason()).contains("image/gif").contains("Convert it");
        assertThat(answer.json().path("inDoubt").isBoolean()).isTrue();
        assertThat(answer.json().path("inDoubt").asBoolean()).isFalse();
        assertThat(server.simulator.calls()).isEmpty();
        server.awaitNoFiles();
    }

    @Test
    void mediaThatIsTooBigIs413WithTheLimit() throws Exception {
        Answer answer = server.send(new Form().file("file", "big.jpg", withComments(sample("photo.jpg"), 80)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.reason()).contains("5 MB");
    }

    @Test
    void aCaptionThatIsTooLongIs422() throws Exception {
        Answer answer = server.send(photo().field("caption", "x".repeat(1025)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.reason()).contains("1024");
        assertThat(server.simulator.calls()).isEmpty();
    }

    @Test
    void someOfSeveralIs207WithAReport() throws Exception {
        Answer answer = server.send(photo().file("file2", "animation.gif", sample("animation.gif")));

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().path("report").path(0).path("sent").asBoolean())
                .isTrue();
        assertThat(answer.json().path("report").path(1).path("reason").asText()).contains("image/gif");
        assertThat(server.simulator.messages()).hasSize(1);
    }

    @Test
    void noneOfSeveralIs422WithAReport() throws Exception {
        Answer answer = server.send(new Form()
                .file("file1", "a,${body}.gif", sample("animation.gif"))
                .file("file2", "b.gif", sample("animation.gif")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("report")).hasSize(2);
    }

    @Test
    void oneInDoubtOfSeveralIs409() throws Exception {
        server.simulator.next(message()).fails(withAnswerLost());

        Answer answer = server.send(photo().file("file2", "invoice.pdf", sample("invoice.pdf")));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("report").path(0).path("inDoubt").asBoolean())
                .isTrue();
        assertThat(answer.json().path("report").path(1).path("sent").asBoolean())
                .isTrue();
    }

    @Test
    void inDoubtIs409WhichNobodyRepeats() throws Exception {
        server.simulator.next(message()).fails(withAnswerLost());

        Answer answer = server.send(photo());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("inDoubt").asBoolean()).isTrue();
        assertThat(server.simulator.messages()).hasSize(1);
    }

    @Test
    void aServiceThatIsDownIs503WithRetryAfter() throws Exception {
        server.simulator.next(upload()).fails(withStatus(503));

        Answer answer = server.send(photo());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.response().headers().firstValue("Retry-After")).hasValue("30");
        assertThat(server.send(photo()).status()).isEqualTo(200);
    }

    @Test
    void tooMuchAtOnceIs503WithRetryAfter() throws Exception {
        server.simulator.next(upload()).fails(withStatus(429));

        Answer answer = server.send(photo());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.response().headers().firstValue("Retry-After")).hasValue("30");
    }

    @Test
    void anAnswerThatIsNotClearIs502() throws Exception {
        server.simulator.next(message()).fails(withStatus(502));

        Answer answer = server.send(photo());

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.response().headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void aKeyThatIsRefusedIs502(@TempDir Path other) throws Exception {
        try (Server wrong =
                new Server(other, ApiVersion.V2, Map.of("camel.component.d360-media.api-key", "wrong-key-0815"))) {
            Answer answer = wrong.send(photo());

            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.reason()).contains("key").doesNotContain("wrong-key-0815");
        }
    }

    @Test
    void aFormThatIsTooBigIs413BeforeItIsRead(@TempDir Path other) throws Exception {
        try (Server small = new Server(other, ApiVersion.V2, Map.of("camel.server.max-body-size", "1000"))) {
            Answer answer = small.send(photo());

            assertThat(answer.status()).isEqualTo(413);
            assertThat(small.simulator.calls()).isEmpty();
            small.awaitNoFiles();
        }
    }

    @Test
    void whatIsNotAskedForIsNotThere() throws Exception {
        assertThat(server.ask(server.request("/application.properties").GET()).status())
                .isEqualTo(404);
        assertThat(server.ask(server.request("/send").GET()).status()).isEqualTo(405);
        assertThat(server.ask(server.request("/").POST(BodyPublishers.noBody())).status())
                .isEqualTo(405);
    }

    /** A JPEG with so many comments of 64 kB. */
    private static byte[] withComments(byte[] jpeg, int count) {
        ByteArrayOutputStream bigger = new ByteArrayOutputStream();
        bigger.write(jpeg, 0, 2);
        for (int i = 0; i < count; i++) {
            bigger.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xff, (byte) 0xff});
            bigger.writeBytes(new byte[0xffff - 2]);
        }
        bigger.write(jpeg, 2, jpeg.length - 2);
        return bigger.toByteArray();
    }

    private static Form photo() {
        return new Form().file("file1", "photo.jpg", sample("photo.jpg"));
    }
}
