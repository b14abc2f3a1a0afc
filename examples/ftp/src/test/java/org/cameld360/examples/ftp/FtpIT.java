package org.cameld360.examples.ftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cameld360.simulator.assertj.SimulatorAssertions.assertThat;
import static org.cameld360.simulator.expect.ExpectedMessage.anyMessage;
import static org.cameld360.simulator.expect.ExpectedMessage.document;
import static org.cameld360.simulator.expect.ExpectedMessage.image;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cameld360.examples.launcher.Example;
import org.cameld360.simulator.fault.CallPattern;
import org.cameld360.simulator.fault.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the files in the folder of a server. */
class FtpIT extends ServedFolder {

    private static final List<String> NAMES =
            List.of("Grüße aus Köln.pdf", "a + b = c.pdf", "100% #1 & co.pdf", "%41 ${body} 'x'.pdf", "no extension");

    @ParameterizedTest
    @CsvSource({"FTP, v1", "FTP, v2", "FTPS, v2", "SFTP, v1", "SFTP, v2"})
    void whatIsInTheFolderIsSentAndMoved(Protocol protocol, String apiVersion) throws Exception {
        serve(protocol);
        byte[] photo = sample("photo.jpg");
        drop("photo.jpg", photo);
        drop("+49 151 234-567/invoice.pdf", sample("invoice.pdf"));
        drop("0049 151 234567/deeper/photo.jpg", photo);
        drop("20261123/photo.jpg", photo);
        drop(".hidden.jpg", photo);

        Example example = startExample(apiVersion, Map.of());
        await().atMost(SOON).until(() -> example.completed() == 4);

        assertThat(simulator())
                .received(document()
                        .to("49151234567")
                        .withFileName("invoice.pdf")
                        .withBytes(sha256(sample("invoice.pdf"))));
        assertThat(simulator().received(image().to("49151234567").withBytes(sha256(photo))))
                .hasSize(1);
        assertThat(simulator().received(image().to(SOMEBODY).withBytes(sha256(photo))))
                .hasSize(2);
        await().atMost(SOON).untilAsserted(() -> assertThat(namesIn(".sent"))
                .containsExactly(
                        "+49 151 234-567/invoice.pdf",
                        "0049 151 234567/deeper/photo.jpg",
                        "20261123/photo.jpg",
                        "photo.jpg"));
        assertThat(outbox().resolve(".hidden.jpg")).exists();
        assertThat(filesIn(work())).isEmpty();
        assertThat(example.failed()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void namesArriveAsTheyAre(Protocol protocol) throws Exception {
        serve(protocol);
        byte[] invoice = sample("invoice.pdf");
        for (String name : NAMES) {
            drop(name, invoice);
        }
        startExample(Map.of("camel.component.d360-media.content-type", "application/pdf"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(namesIn(".sent")).containsExactlyInAnyOrderElementsOf(NAMES));
        for (String name : NAMES.subList(0, 4)) {
            String shown = name.replace("${", "_{");
            assertThat(simulator()).received(document().withFileName(shown).withBytes(sha256(invoice)));
        }
        assertThat(simulator().messages()).hasSize(NAMES.size());
        assertThat(Files.readAllLines(folder.resolve("journal")))
                .anyMatch(line -> line.startsWith("sent %41 ${body} 'x'.pdf "));
    }

    @Test
    void noServerGetsAFileWrittenOutsideTheWorkDirectory() throws Exception {
        FtpFileServer server = (FtpFileServer) serve(Protocol.FTP);
        Files.write(server.root().resolve("evil.pdf"), sample("invoice.pdf"));
        server.list("x/../../evil.pdf");
        drop("photo.jpg", sample("photo.jpg"));
        startExample();

        await().atMost(SOON).untilAsserted(() -> assertThat(namesIn(".sent")).containsExactly("photo.jpg"));
        drop("later.jpg", sample("photo.jpg"));
        await().atMost(SOON).untilAsserted(() -> assertThat(namesIn(".sent")).contains("later.jpg"));
        assertThat(simulator().messages()).hasSize(2);
        assertThat(folder.resolve("evil.pdf")).doesNotExist();
        assertThat(server.root().resolve("evil.pdf")).exists();
    }

    @ParameterizedTest
    @EnumSource(
            value = Protocol.class,
            names = {"FTP", "SFTP"})
    void aFileOfTheSameNameDoesNotReplaceTheOneBefore(Protocol protocol) throws Exception {
        serve(protocol);
        startExample();
        byte[] photo = sample("photo.jpg");
        drop("a.jpg", photo);
        await().atMost(SOON).until(() -> namesIn(".sent").size() == 1);
        byte[] other = Arrays.copyOf(photo, photo.length + 1);
        drop("a.jpg", other);
        await().atMost(SOON).until(() -> namesIn(".sent").size() == 2);

        assertThat(simulator().received(image().withBytes(sha256(photo)))).hasSize(1);
        assertThat(simulator().received(image().withBytes(sha256(other)))).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Protocol.class,
            names = {"FTP", "SFTP"})
    void whatIsRefusedIsPutAside(Protocol protocol) throws Exception {
        serve(protocol);
        drop("animation.gif", "GIF89a, and then some".getBytes(UTF_8));
        startExample();

        await().atMost(SOON).untilAsserted(() -> assertThat(namesIn(".failed")).containsExactly("animation.gif"));
        assertThat(simulator()).receivedNothing();
        assertThat(filesIn(work())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Protocol.class,
            names = {"FTP", "SFTP"})
    void whatMeetsPassingTroubleStaysAndIsSentOnce(Protocol protocol) throws Exception {
        serve(protocol);
        Example example = startExample();
        simulator().next(CallPattern.upload()).fails(Failure.withStatus(503).times(2));
        simulator().next(CallPattern.message()).fails(Failure.withStatus(503).times(2));
        drop("photo.jpg", sample("photo.jpg"));

        await().atMost(SOON).untilAsserted(() -> assertThat(namesIn(".sent")).containsExactly("photo.jpg"));
        assertThat(simulator().received(anyMessage())).hasSize(1);
        assertThat(example.failed()).isEqualTo(4);
        assertThat(filesIn(work())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Protocol.class,
            names = {"FTP", "SFTP"})
    void whatMayHaveArrivedIsPutAsideAndNotSentAgain(Protocol protocol) throws Exception {
        serve(protocol);
        startExample();
        simulator().next(CallPattern.message()).fails(Failure.withAnswerLost());
        drop("photo.jpg", sample("photo.jpg"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(namesIn(".in-doubt")).containsExactly("photo.jpg"));
        assertThat(simulator().messages()).hasSize(1);
        assertThat(namesIn(".sent")).isEmpty();
    }

    @Test
    void anUnclearAnswerCountsAsDoubt() throws Exception {
        serve(Protocol.FTP);
        startExample();
        simulator().next(CallPattern.message()).fails(Failure.withStatus(504));
        drop("photo.jpg", sample("photo.jpg"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(namesIn(".in-doubt")).containsExactly("photo.jpg"));
    }

    @Test
    void anUnclearAnswerToAnUploadIsNoDoubt() throws Exception {
        serve(Protocol.FTP);
        startExample();
        simulator().next(CallPattern.upload()).fails(Failure.withStatus(504));
        drop("photo.jpg", sample("photo.jpg"));

        await().atMost(SOON).untilAsserted(() -> assertThat(namesIn(".sent")).containsExactly("photo.jpg"));
        assertThat(simulator().messages()).hasSize(1);
    }

    @Test
    void severalRecipientsGetTheFile() throws Exception {
        serve(Protocol.FTP);
        startExample(Map.of("whatsapp.to", "15550100123,15550100124"));
        drop("photo.jpg", sample("photo.jpg"));

        await().atMost(SOON).untilAsserted(() -> assertThat(namesIn(".sent")).containsExactly("photo.jpg"));
        assertThat(simulator()).received(image().to("15550100123"));
        assertThat(simulator()).received(image().to("15550100124"));
        assertThat(simulator().allMedia()).hasSize(1);
    }

    @Test
    void aRecipientWhoDidNotGetItIsTriedAgain() throws Exception {
        serve(Protocol.SFTP);
        startExample(Map.of("whatsapp.to", "15550100123,15550100124"));
        simulator().next(CallPattern.message()).fails(Failure.withStatus(400));
        drop("photo.jpg", sample("photo.jpg"));

        await().atMost(SOON).untilAsserted(() -> assertThat(namesIn(".sent")).containsExactly("photo.jpg"));
        assertThat(simulator().received(image().to("15550100123"))).hasSize(1);
        assertThat(simulator().received(image().to("15550100124"))).hasSize(1);
    }

    @Test
    void whatOnlySomeRecipientsGotIsPutAside() throws Exception {
        serve(Protocol.SFTP);
        startExample(Map.of("whatsapp.to", "15550100123,+15550100124"));
        simulator().next(CallPattern.message()).fails(Failure.withAnswerLost());
        drop("photo.jpg", sample("photo.jpg"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(namesIn(".in-doubt")).containsExactly("photo.jpg"));
        assertThat(simulator().messages()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Protocol.class,
            names = {"FTP", "SFTP"})
    void aFileThatStillGrowsIsLeftAlone(Protocol protocol) throws Exception {
        serve(protocol);
        Example example = startExample(Map.of("ftp.settle", "1000"));
        byte[] piece = new byte[50_000];
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Path growing = outbox().resolve("report.pdf");
        whole.write("%PDF-1.4\n".getBytes(UTF_8));
        Files.write(growing, whole.toByteArray());
        int[] pieces = {0};
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .atMost(SOON)
                .until(() -> {
                    try (OutputStream out = Files.newOutputStream(growing, StandardOpenOption.APPEND)) {
                        out.write(piece);
                    }
                    whole.write(piece);
                    return ++pieces[0] == 25;
                });
        assertThat(simulator().calls()).isEmpty();

        await().atMost(SOON).untilAsserted(() -> assertThat(namesIn(".sent")).containsExactly("report.pdf"));
        assertThat(simulator().messages()).hasSize(1);
        assertThat(simulator()).received(document().withBytes(sha256(whole.toByteArray())));
        assertThat(example.completed()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aServerThatIsDownAtTheStartIsFoundLater(Protocol protocol) throws Exception {
        FileServer server = serve(protocol);
        drop("photo.jpg", sample("photo.jpg"));
        server.stop();
        Example example = startExample();
        await().atMost(SOON).until(() -> example.failed() >= 2);

        server.start();

        await().atMost(SOON).untilAsserted(() -> assertThat(namesIn(".sent")).containsExactly("photo.jpg"));
        assertThat(simulator().messages()).hasSize(1);
    }
}
