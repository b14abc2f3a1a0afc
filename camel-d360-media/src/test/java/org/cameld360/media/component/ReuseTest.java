package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.PartsFailedException;
import org.cameld360.media.RateLimitException;
import org.cameld360.media.SentMessage;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.UploadedMedia;
import org.cameld360.media.client.Conversation;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.component.FaultLab.Ending;
import org.cameld360.media.store.MediaStore;
import org.cameld360.media.store.StoredMedia;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same content goes by the id that it has already. */
@Timeout(60)
class ReuseTest {

    private static final String BAD_ID =
            "{\"error\":{\"message\":\"(#100) Param image.id is not a valid whatsapp business account media attachment ID\","
                    + "\"code\":100}}";

    private final FaultLab lab = new FaultLab(options -> options.setReuseMedia(true));
    private final AtomicInteger ids = new AtomicInteger();
    private final ScriptedServer server = ScriptedServer.start(this::serve);

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        lab.close();
        server.close();
    }

    private void serve(Conversation c) throws IOException {
        if (c.target().endsWith("/media")) {
            c.json(200, uploaded(c));
        } else {
            c.json(200, Call.SEND_V2.goodAnswer());
        }
    }

    private String uploaded(Conversation c) {
        int id = 1_000 + ids.incrementAndGet();
        boolean v1 = !c.header("Content-Type").startsWith("multipart/");
        return v1 ? "{\"media\":[{\"id\":\"" + id + "\"}]}" : "{\"id\":\"" + id + "\"}";
    }

    private Ending start(ScriptedServer at, String operation, String more, Object body) {
        return lab.start(
                "d360-media:" + operation + "?apiVersion=v2&baseUrl=" + at.url() + more,
                exchange -> exchange.getMessage().setBody(body));
    }

    private Exchange run(String operation, String more, Object body) {
        Ending ending = start(server, operation, more, body).within(Duration.ofSeconds(10));
        assertThat(ending.failure()).isNull();
        return ending.exchange();
    }

    private static Object reused(Exchange exchange) {
        return exchange.getMessage().getHeader("CamelD360MediaReused");
    }

    private static long uploads(ScriptedServer server) {
        return server.requests().stream()
                .filter(request -> request.target().endsWith("/media"))
                .count();
    }

    private static long messages(ScriptedServer server) {
        return server.requests().stream()
                .filter(request -> request.target().endsWith("/messages"))
                .count();
    }

    private File copy(String name) throws IOException {
        return Files.copy(Call.PHOTO, folder.resolve(name)).toFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void theSameContentIsUploadedOnce(String version) throws IOException {
        String more = "&to=49151234567&apiVersion=" + version;
        String uri = "d360-media:%s?baseUrl=" + server.url() + more;
        Ending first = lab.start(uri.formatted("upload"), e -> e.getMessage().setBody(Call.PHOTO.toFile()));
        Exchange uploaded = first.within(Duration.ofSeconds(10)).exchange();
        File again = copy("another name.jpg");
        Exchange reused = lab.start(uri.formatted("upload"), e -> e.getMessage().setBody(again))
                .within(Duration.ofSeconds(10))
                .exchange();
        Exchange sent = lab.start(uri.formatted("send"), e -> e.getMessage().setBody(again))
                .within(Duration.ofSeconds(10))
                .exchange();

        UploadedMedia media = reused.getMessage().getBody(UploadedMedia.class);
        assertThat(reused(uploaded)).isEqualTo(false);
        assertThat(reused(reused)).isEqualTo(true);
        assertThat(reused(sent)).isEqualTo(true);
        assertThat(media.id()).isEqualTo("1001");
        assertThat(media.fileName()).isEqualTo("another name.jpg");
        assertThat(media)
                .usingRecursiveComparison()
                .ignoringFields("fileName")
                .isEqualTo(uploaded.getMessage().getBody(UploadedMedia.class));
        assertThat(sent.getMessage().getBody(SentMessage.class).mediaId()).isEqualTo("1001");
        assertThat(uploads(server)).isEqualTo(1);
    }

    @Test
    void withoutTheOptionEveryUploadIsItsOwn() {
        assertThat(reused(run("upload", "&reuseMedia=false", Call.PHOTO.toFile())))
                .isEqualTo(false);
        assertThat(reused(run("upload", "&reuseMedia=false", Call.PHOTO.toFile())))
                .isEqualTo(false);
        assertThat(uploads(server)).isEqualTo(2);
    }

    @Test
    void anIdServesForTheSameTypeKeyVersionAndHostOnly() {
        String host = "&baseUrl=" + server.url();
        for (String options : List.of(
                "apiVersion=v2" + host,
                "apiVersion=v2&apiKey=another" + host,
                "apiVersion=v1" + host,
                "apiVersion=v2" + host.replace("localhost", "127.0.0.1"),
                "apiVersion=v2&mediaType=document&contentType=text/plain&validation=off" + host)) {
            Ending ending = lab.start(
                            "d360-media:upload?" + options, e -> e.getMessage().setBody(Call.PHOTO.toFile()))
                    .within(Duration.ofSeconds(10));
            assertThat(ending.failure()).isNull();
            assertThat(reused(ending.exchange())).as(options).isEqualTo(false);
        }
        assertThat(uploads(server)).isEqualTo(5);
    }

    @Test
    void aCrowdWithTheSameContentUploadsOnce() throws IOException {
        List<Ending> endings = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            endings.add(start(server, "send", "&to=4915123456" + (10 + i), copy("photo" + i + ".jpg")));
        }

        endings.forEach(ending ->
                assertThat(ending.within(Duration.ofSeconds(20)).failure()).isNull());
        assertThat(uploads(server)).isEqualTo(1);
        assertThat(messages(server)).isEqualTo(50);
        assertThat(endings)
                .filteredOn(ending -> reused(ending.exchange()).equals(false))
                .hasSize(1);
        assertThat(endings.get(7)
                        .exchange()
                        .getMessage()
                        .getBody(SentMessage.class)
                        .fileName())
                .isEqualTo("photo7.jpg");
    }

    @Test
    void aCrowdSharesTheTroubleOfTheService() throws IOException {
        try (ScriptedServer down = ScriptedServer.start(c -> c.json(500, ""))) {
            List<Ending> endings = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                endings.add(start(down, "upload", "&maxRetries=0", copy("photo" + i + ".jpg")));
            }

            endings.forEach(
                    ending -> assertThat(ending.within(Duration.ofSeconds(10)).failure())
                            .isInstanceOf(ServiceUnavailableException.class));
            assertThat(down.requests()).hasSizeLessThan(20);
        }
    }

    @Test
    void theTroubleOfOneFileIsNotThatOfAnother() throws Exception {
        Path one = big("one.pdf");
        Path two = big("two.pdf");
        CountDownLatch changed = new CountDownLatch(1);
        try (ScriptedServer slow = ScriptedServer.start(
                c -> {
                    try {
                        changed.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    c.json(200, uploaded(c));
                },
                c -> c.json(200, uploaded(c)))) {
            String patient = "&responseTimeout=10s";
            Ending first = start(slow, "upload", patient, one.toFile());
            FaultLab.until(() -> slow.requests().size() == 1);
            Ending second = start(slow, "upload", patient, two.toFile());
            Files.writeString(one, "another beginning");
            changed.countDown();

            assertThat(first.within(Duration.ofSeconds(10)).failure()).isInstanceOf(MediaRejectedException.class);
            assertThat(second.within(Duration.ofSeconds(10)).failure()).isNull();
            assertThat(reused(second.exchange())).isEqualTo(false);
        }
    }

    /** More than fits between two sockets. */
    private Path big(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "%PDF-1.7\n");
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(40_000_000);
            content.seek(39_999_990);
            content.writeBytes("\n%%EOF\n");
        }
        return file;
    }

    @Test
    void anIdThatIsNotTakenIsForgottenAndUploadedAgainAndSentOnce() {
        run("upload", "", Call.PHOTO.toFile());
        try (ScriptedServer picky = ScriptedServer.start(c -> {
            if (c.target().endsWith("/media")) {
                c.json(200, uploaded(c));
            } else {
                boolean old = c.readBody().body().contains("\"1002\"");
                c.json(old ? 400 : 200, old ? BAD_ID : Call.SEND_V2.goodAnswer());
            }
        })) {
            Ending uploaded = start(picky, "upload", "", Call.PHOTO.toFile()).within(Duration.ofSeconds(10));
            assertThat(uploaded.exchange().getMessage().getBody(String.class)).isEqualTo("1002");

            Ending sent = start(picky, "send", "&to=49151234567,49151234568,49151234569", Call.PHOTO.toFile())
                    .within(Duration.ofSeconds(10));

            assertThat(sent.failure()).isNull();
            assertThat(uploads(picky)).isEqualTo(2);
            assertThat(picky.requests())
                    .filteredOn(request -> request.body().contains("\"1003\""))
                    .hasSize(3);
            assertThat(reused(start(picky, "upload", "", Call.PHOTO.toFile())
                            .within(Duration.ofSeconds(10))
                            .exchange()))
                    .isEqualTo(true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void anIdThatIsNeverTakenEndsAfterTheSecond(String reuse) {
        try (ScriptedServer never = ScriptedServer.start(c -> {
            boolean upload = c.target().endsWith("/media");
            c.json(upload ? 200 : 400, upload ? uploaded(c) : BAD_ID);
        })) {
            Ending ending = start(never, "send", "&to=49151234567&reuseMedia=" + reuse, Call.PHOTO.toFile())
                    .within(Duration.ofSeconds(10));

            assertThat(ending.failure()).isInstanceOf(MediaNotFoundException.class);
            assertThat(uploads(never)).isEqualTo(2);
            assertThat(messages(never)).isEqualTo(2);
        }
    }

    @Test
    void aDeletedMediumIsForgotten() {
        Exchange uploaded = run("upload", "", Call.PHOTO.toFile());

        run("delete", "&mediaId=" + uploaded.getMessage().getBody(String.class), null);

        assertThat(reused(run("upload", "", Call.PHOTO.toFile()))).isEqualTo(false);
    }

    /** A store that a test looks into, and that fails or hangs when told to. */
    private static final class Shelf implements MediaStore {

        private final Map<String, StoredMedia> entries = new ConcurrentHashMap<>();
        private final AtomicInteger uses = new AtomicInteger();
        private volatile boolean down;
        private final CountDownLatch hangs = new CountDownLatch(1);
        private volatile boolean hanging;

        @Override
        public StoredMedia find(String key) throws Exception {
            use();
            return entries.get(key);
        }

        @Override
        public void put(String key, StoredMedia media) throws Exception {
            use();
            entries.put(key, media);
        }

        @Override
        public void forget(String mediaId) throws Exception {
            use();
            entries.values().removeIf(media -> media.mediaId().equals(mediaId));
        }

        private void use() throws Exception {
            uses.incrementAndGet();
            if (hanging) {
                hangs.await();
            }
            if (down) {
                throw new java.sql.SQLException("the database is down");
            }
        }
    }

    private Shelf bound() {
        Shelf shelf = new Shelf();
        lab.context().getRegistry().bind("shelf", shelf);
        return shelf;
    }

    private static final String AT_SHELF = "&mediaStore=#bean:shelf&to=49151234567";

    @Test
    void aStoreNeverSeesTheKey() {
        Shelf shelf = bound();

        run("send", AT_SHELF, Call.PHOTO.toFile());

        assertThat(shelf.entries).hasSize(1);
        assertThat(shelf.entries.keySet()).allMatch(key -> key.matches("[0-9a-f]{64}"));
        assertThat(shelf.entries.toString()).doesNotContain(FaultLab.KEY);
    }

    @Test
    void aStoreThatIsDownStopsNoSendAndIsLeftAlone() {
        Shelf shelf = bound();
        shelf.down = true;

        for (int i = 0; i < 10; i++) {
            assertThat(reused(run("send", AT_SHELF, Call.PHOTO.toFile()))).isEqualTo(false);
        }

        assertThat(messages(server)).isEqualTo(10);
        assertThat(shelf.uses.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void aStoreThatHangsStopsNoSend() {
        Shelf shelf = bound();
        shelf.hanging = true;
        List<Ending> endings = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            endings.add(start(server, "send", AT_SHELF, Call.PHOTO.toFile()));
        }

        endings.forEach(ending ->
                assertThat(ending.within(Duration.ofSeconds(10)).failure()).isNull());
        assertThat(messages(server)).isEqualTo(10);
        shelf.hangs.countDown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT25H", "PT23H", "PT-1H"})
    void anIdThatExpiresWithinADayIsNotUsed(String left) {
        Shelf shelf = bound();
        run("upload", AT_SHELF, Call.PHOTO.toFile());
        String key = shelf.entries.keySet().iterator().next();
        assertThat(Duration.between(Instant.now(), shelf.entries.get(key).expiresAt()))
                .isBetween(Duration.ofDays(29), Duration.ofDays(30));
        shelf.entries.put(key, new StoredMedia("77", Instant.now().plus(Duration.parse(left))));

        Exchange exchange = run("upload", AT_SHELF, Call.PHOTO.toFile());

        assertThat(reused(exchange)).isEqualTo(left.equals("PT25H"));
        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo(left.equals("PT25H") ? "77" : "1002");
    }

    @Test
    void aStoreThatWasTamperedWithChoosesNoPath() {
        Shelf shelf = bound();
        run("upload", AT_SHELF, Call.PHOTO.toFile());
        shelf.entries.replaceAll((key, media) -> new StoredMedia("../../media/9", media.expiresAt()));

        assertThat(reused(run("upload", AT_SHELF, Call.PHOTO.toFile()))).isEqualTo(false);
    }

    /** Each of them ends at once: were they chained, the stack would not hold them. */
    @Test
    void thousandsOfRecipientsThatAreHeldBackEnd() {
        StringBuilder to = new StringBuilder("4915100000000");
        for (int i = 1; i < 5_000; i++) {
            to.append(",").append(4915100000000L + i);
        }
        Ending ending = lab.start(
                        "d360-media:send?apiVersion=v2&maxMessagesPerSecond=1&maxHoldBack=0&baseUrl=" + server.url(),
                        exchange -> {
                            exchange.getMessage().setBody(Call.PHOTO.toFile());
                            exchange.getMessage().setHeader("CamelD360MediaTo", to.toString());
                        })
                .within(Duration.ofSeconds(20));

        assertThat(ending.failure()).isInstanceOf(PartsFailedException.class).hasMessageContaining("of 5000 parts");
        PartsFailedException failure = (PartsFailedException) ending.failure();
        assertThat(failure.getFirstFailure()).isInstanceOf(RateLimitException.class);
        assertThat(failure.getReport().rows()).hasSize(5_000);
        assertThat(failure.getReport().rows().get(4_999).to()).isEqualTo("4915100004999");
        assertThat(messages(server)).isBetween(1L, 3L);
    }
}
