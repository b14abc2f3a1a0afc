package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.cameld360.media.AuthenticationException;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.RequestRefusedException;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.UploadedMedia;
import org.cameld360.media.client.Conversation;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to the file, or is answered, while its upload is on its way. */
@Timeout(30)
class UploadSourceFaultTest {

    private static final int SIZE = 30_000_000;

    private final FaultLab lab = new FaultLab(options -> options.setResponseTimeout(2_000));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeLargeDocument() throws IOException {
        file = folder.resolve("large.pdf");
        byte[] content = new byte[SIZE];
        System.arraycopy("%PDF-1.4\n".getBytes(), 0, content, 0, 9);
        Files.write(file, content);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @FunctionalInterface
    private interface Change {
        void to(Path file) throws IOException;
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOAD_V1", "UPLOAD_V2"})
    void truncatedFileNeverArrivesWhole(Call call) throws Exception {
        assertRejected(call, "source-changed", file -> resize(file, SIZE / 2));
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOAD_V1", "UPLOAD_V2"})
    void grownFileNeverArrivesWhole(Call call) throws Exception {
        assertRejected(call, "source-changed", file -> resize(file, SIZE + 1));
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOAD_V1", "UPLOAD_V2"})
    void deletedFileNeverArrivesWhole(Call call) throws Exception {
        assertRejected(call, "file-missing", Files::delete);
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOAD_V1", "UPLOAD_V2"})
    void replacedFileNeverArrivesWhole(Call call) throws Exception {
        assertRejected(call, "source-changed", file -> {
            Files.delete(file);
            Files.writeString(file, "%PDF-1.4 another one");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOAD_V1", "UPLOAD_V2"})
    void fileDeletedBetweenTwoAttemptsIsMissing(Call call) throws Exception {
        CountDownLatch deleted = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.start(c -> {
            c.readBody(SIZE / 10);
            waitFor(deleted);
            c.reset();
        })) {
            Ending ending = upload(call, server);
            await().until(() -> server.requests().size() == 1);
            Files.delete(file);
            deleted.countDown();

            assertRule(ending, "file-missing");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOAD_V1", "UPLOAD_V2"})
    void repeatSendsTheWholeBodyAgain(Call call) {
        try (ScriptedServer server =
                ScriptedServer.start(c -> c.readBody(SIZE / 2).reset(), c -> c.json(200, call.goodAnswer()))) {
            Ending ending = upload(call, server).within(Duration.ofSeconds(10));

            assertThat(ending.failure()).isNull();
            assertThat(ending.exchange()
                            .getMessage()
                            .getBody(UploadedMedia.class)
                            .size())
                    .isEqualTo(SIZE);
            assertThat(server.requests()).hasSize(2);
            assertThat(server.requests().get(1).isComplete()).isTrue();
            lab.assertNothingLeaks();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOAD_V1", "UPLOAD_V2"})
    void earlyRefusalEndsTheUploadAtOnce(Call call) {
        assertEarly(call, 401, AuthenticationException.class, 1);
        assertEarly(call, 413, RequestRefusedException.class, 1);
        assertEarly(call, 500, ServiceUnavailableException.class, 2);
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOAD_V1", "UPLOAD_V2"})
    void earlySuccessIsNone(Call call) {
        assertEarly(call, 200, ServiceUnavailableException.class, 2);
    }

    private void assertEarly(Call call, int status, Class<? extends D360MediaException> type, int requests) {
        try (ScriptedServer server = ScriptedServer.start(c -> c.readBody(100_000)
                .early(status, "application/json", call.goodAnswer())
                .hold())) {
            Ending ending = upload(call, server).within(Duration.ofSeconds(6));

            assertThat(ending.failure()).isExactlyInstanceOf(type);
            assertThat(server.requests()).hasSize(requests).noneMatch(Conversation::isComplete);
            lab.assertNothingLeaks();
            assertThat(ending.times()).isEqualTo(1);
        }
    }

    /** The server reads slowly enough for the change to come first. */
    private void assertRejected(Call call, String rule, Change change) throws Exception {
        CountDownLatch changed = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.start(c -> {
            c.readBody(SIZE / 10);
            waitFor(changed);
            c.json(200, call.goodAnswer());
        })) {
            Ending ending = upload(call, server);
            await().until(() ->
                    server.requests().size() == 1 && server.requests().get(0).bodyRead() >= SIZE / 10);
            change.to(file);
            changed.countDown();

            assertRule(ending, rule);
            assertThat(server.requests()).hasSize(1);
            await().untilAsserted(() -> assertThat(server.openConnections()).isZero());
            assertThat(server.requests().get(0).isComplete()).isFalse();
        }
    }

    private void assertRule(Ending ending, String rule) {
        ending.within(Duration.ofSeconds(10));
        assertThat(ending.failure())
                .isExactlyInstanceOf(MediaRejectedException.class)
                .hasMessageContainingAll("large.pdf", "Nothing of it counts as sent");
        assertThat(((MediaRejectedException) ending.failure()).getRule()).isEqualTo(rule);
        lab.assertNothingLeaks();
        assertThat(ending.times()).isEqualTo(1);
    }

    private Ending upload(Call call, ScriptedServer server) {
        return lab.start(call.uri(server.url()), (Exchange exchange) -> exchange.getMessage()
                .setBody(file.toFile()));
    }

    private static void resize(Path file, long size) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(size);
        }
    }

    private static void waitFor(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(10, java.util.concurrent.TimeUnit.SECONDS)) {
                throw new IOException("not reached");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
