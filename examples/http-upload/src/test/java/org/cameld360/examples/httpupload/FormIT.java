package org.cameld360.examples.httpupload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.examples.httpupload.Server.OTHER;
import static org.cameld360.examples.httpupload.Server.TO;
import static org.cameld360.examples.httpupload.Server.sample;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.cameld360.examples.httpupload.Server.Answer;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.ReceivedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormIT extends ServedForm {

    @Test
    void sendsOneFileWithItsCaption() throws Exception {
        Answer answer = server.send(new Form()
                .file("file", "photo.jpg", sample("photo.jpg"))
                .field("caption", "Grüße, 'quoted', ${sysenv.PATH}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("messageId").asText()).isNotEmpty();
        assertThat(answer.json().path("to").asText()).isEqualTo(TO);
        assertThat(only().caption()).isEqualTo("Grüße, 'quoted', ${sysenv.PATH}");
        assertThat(only().type()).isEqualTo("image");
        server.awaitNoFiles();
        assertThat(answer.response().headers().map()).doesNotContainKeys("caption", "to", "camelfilename");
    }

    @Test
    void sendsSeveralFilesInTheOrderOfTheForm() throws Exception {
        Form form = new Form().field("caption", "first");
        for (int i = 1; i <= 11; i++) {
            form.file("file" + i, i + ".pdf", ("%PDF-1.4\nnumber " + i).getBytes(UTF_8));
        }

        Answer answer = server.send(form);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("rows")).hasSize(11).allMatch(row -> row.path("sent")
                .asBoolean());
        assertThat(server.simulator.messages())
                .extracting(ReceivedMessage::fileName)
                .containsExactly(
                        "1.pdf", "2.pdf", "3.pdf", "4.pdf", "5.pdf", "6.pdf", "7.pdf", "8.pdf", "9.pdf", "10.pdf",
                        "11.pdf");
        assertThat(server.simulator.messages().get(0).caption()).isEqualTo("first");
        assertThat(server.simulator.messages().get(1).caption()).isNull();
        server.awaitNoFiles();
    }

    @Test
    void refusesSeveralFilesUnderOneNameAsAllButOneWouldBeLost() throws Exception {
        Answer answer = server.send(
                new Form().file("file", "photo.jpg", sample("photo.jpg")).file("file", "b.pdf", sample("invoice.pdf")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).contains("same field name").contains("file1=@");
        assertThat(server.simulator.calls()).isEmpty();
        server.awaitNoFiles();
    }

    @Test
    void refusesAFormWithoutAFile() throws Exception {
        Answer answer = server.send(new Form().field("caption", "no file"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).startsWith("There is no file in the form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "empty.jpg"})
    void refusesAnEmptyFileAndAFieldThatWasLeftEmpty(String name) throws Exception {
        Answer answer = server.send(new Form().file("file", name, new byte[0]));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).contains("0 bytes");
        assertThat(server.simulator.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Rechnung für Jürgen.pdf, Rechnung für Jürgen.pdf",
        "../../../etc/invoice.pdf, invoice.pdf",
        "C:\\Users\\me\\invoice.pdf, invoice.pdf",
        "/etc/passwd.pdf, passwd.pdf",
        "${sysenv.PATH}.pdf, _{sysenv.PATH}.pdf"
    })
    void aNameIsNothingButAName(String name, String shown) throws Exception {
        Answer answer = server.send(new Form().file("file", name, sample("invoice.pdf")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(only().fileName()).isEqualTo(shown);
    }

    @Test
    void sendsAFileThatHasNoName() throws Exception {
        Answer answer = server.send(new Form().file("file", "", sample("invoice.pdf")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(only().type()).isEqualTo("document");
    }

    @Test
    void sendsToARecipientThatIsAllowed() throws Exception {
        assertThat(server.send(photoTo(OTHER)).status()).isEqualTo(200);
        assertThat(only().to()).isEqualTo("+" + OTHER);
    }

    @Test
    void takesAnEmptyRecipientForTheUsualOne() throws Exception {
        assertThat(server.send(photoTo("")).status()).isEqualTo(200);
        assertThat(only().to()).isEqualTo("+" + TO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15550100199",
                "1555010012",
                OTHER + ",15550100125",
                OTHER + ",15550100199",
                " " + OTHER,
                "${properties:upload.allowed-to}"
            })
    void sendsToNobodyElse(String to) throws Exception {
        Answer answer = server.send(photoTo(to));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.reason()).contains("UPLOAD_ALLOWED_TO");
        assertThat(server.simulator.calls()).isEmpty();
        server.awaitNoFiles();
    }

    @Test
    void twoFieldsForTheRecipientAreNoRecipient() throws Exception {
        assertThat(server.send(photoTo(OTHER).field("to", "15550100199")).status())
                .isEqualTo(403);
        assertThat(server.simulator.calls()).isEmpty();
    }

    @Test
    void takesFormsAtTheSameTime() throws Exception {
        List<CompletableFuture<Answer>> answers = java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> sendPdf(i)))
                .toList();

        assertThat(answers).allMatch(answer -> answer.join().status() == 200);
        assertThat(server.simulator.messages())
                .extracting(ReceivedMessage::fileName)
                .containsExactlyInAnyOrder("0.pdf", "1.pdf", "2.pdf", "3.pdf", "4.pdf", "5.pdf", "6.pdf", "7.pdf");
        server.awaitNoFiles();
    }

    @Test
    void worksWithTheApiOfTheFirstGeneration(@TempDir Path other) throws Exception {
        try (Server first = new Server(other, ApiVersion.V1, Map.of())) {
            Answer answer = first.send(new Form()
                    .file("a", "photo.jpg", sample("photo.jpg"))
                    .file("b", "invoice.pdf", sample("invoice.pdf"))
                    .field("caption", "both"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(first.simulator.messages())
                    .extracting(ReceivedMessage::type)
                    .containsExactly("image", "document");
        }
    }

    private Answer sendPdf(int number) {
        try {
            return server.send(
                    new Form().file("file", number + ".pdf", ("%PDF-1.4\nnumber " + number).getBytes(UTF_8)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Form photoTo(String to) {
        return new Form().file("file", "photo.jpg", sample("photo.jpg")).field("to", to);
    }

    private ReceivedMessage only() {
        List<ReceivedMessage> messages = server.simulator.messages();
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }
}
