package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.attachment.DefaultAttachment;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.UploadedMedia;
import org.cameld360.simulator.StoredMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every body that a component before may leave arrives whole, under its name. */
class BodySourcesTest extends SimulatedRoutes {

    @TempDir
    static Path inbox;

    private final Path photo = sample("photo.jpg");

    @Override
    protected RoutesBuilder[] createRouteBuilders() {
        return new RoutesBuilder[] {
            createRouteBuilder(),
            new RouteBuilder() {
                @Override
                public void configure() {
                    fromF("file:%s?move=.done", inbox).routeId("inbox").to("d360-media:upload");
                    from("direct:redelivered")
                            .streamCache("false")
                            .errorHandler(
                                    defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0))
                            .to("d360-media:upload?baseUrl=http://127.0.0.1:1/v1&maxRetries=0");
                    from("direct:withoutStreamCache").streamCache("false").to("d360-media:upload");
                    from("direct:twice")
                            .streamCache("false")
                            .process(e ->
                                    e.setProperty("original", e.getMessage().getBody()))
                            .to("d360-media:upload")
                            .process(e -> e.getMessage().setBody(e.getProperty("original")))
                            .to("d360-media:upload");
                }
            }
        };
    }

    @Test
    void aFile() throws Exception {
        assertArrived(upload(photo.toFile(), Map.of()), "photo.jpg");
    }

    @Test
    void aPath() throws Exception {
        assertArrived(upload(photo, Map.of()), "photo.jpg");
    }

    @Test
    void bytesWithTheNameAndTypeThatS3Gave() throws Exception {
        byte[] bytes = Files.readAllBytes(photo);
        UploadedMedia uploaded =
                upload(bytes, Map.of("CamelAwsS3Key", "2026/11/view.jpg", "CamelAwsS3ContentType", "image/jpeg"));
        assertArrived(uploaded, "view.jpg");
    }

    @Test
    void aByteBuffer() throws Exception {
        assertArrived(upload(ByteBuffer.wrap(Files.readAllBytes(photo)), Map.of()), "image.jpg");
    }

    @Test
    void aStream() throws Exception {
        assertArrived(upload(Files.newInputStream(photo), Map.of(Exchange.FILE_NAME, "a/b/view.jpg")), "view.jpg");
    }

    @Test
    void aDataHandler() throws Exception {
        assertArrived(upload(new DataHandler(new FileDataSource(photo.toFile())), Map.of()), "photo.jpg");
    }

    @Test
    void anAttachmentAsBody() throws Exception {
        assertArrived(upload(new DefaultAttachment(new FileDataSource(photo.toFile())), Map.of()), "photo.jpg");
    }

    @Test
    void aText() {
        UploadedMedia uploaded = upload("Grüße", Map.of("CamelD360MediaFileName", "gruß.txt"));
        assertThat(uploaded.contentType()).isEqualTo("text/plain");
        assertThat(uploaded.fileName()).isEqualTo("gruß.txt");
        assertThat(uploaded.size()).isEqualTo(7);
    }

    @Test
    void aFileFromTheFileComponent() throws Exception {
        NotifyBuilder done =
                new NotifyBuilder(context).fromRoute("inbox").whenDone(1).create();
        Files.copy(photo, inbox.resolve("from the inbox.jpg"));

        assertThat(done.matches(20, TimeUnit.SECONDS)).isTrue();
        StoredMedia stored = simulator().allMedia().get(0);
        assertThat(stored.sha256()).isEqualTo(sha256(photo));
        assertThat(inbox.resolve(".done/from the inbox.jpg")).exists();
    }

    @Test
    void aStreamThatBreaksIsRefusedAndNothingIsSent() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws java.io.IOException {
                throw new java.io.IOException("pulled the plug");
            }
        };
        assertRefused(broken, "source-broken", "pulled the plug");
    }

    @Test
    void aRemoteFileThatIsNotAsLongAsItsServerSaidIsRefused() throws Exception {
        byte[] bytes = Files.readAllBytes(photo);
        byte[] half = Arrays.copyOf(bytes, bytes.length / 2);
        Path halfOnDisk = Files.write(inbox.resolveSibling("half.jpg"), half);

        String expected = "announced " + bytes.length + " bytes, and " + half.length + " came";
        assertRefused(remote(half, bytes.length), "source-length", expected);
        assertRefused(remote(halfOnDisk.toFile(), bytes.length), "source-length", expected);
        assertRefused(remote(bytes, half.length), "source-length", bytes.length + " came");
        Exchange streamed = template.request("direct:withoutStreamCache", e -> e.getMessage()
                .setBody(remote(new ByteArrayInputStream(half), bytes.length)));
        assertThat(streamed.getException()).hasMessageContaining(expected);
        assertThat(simulator().calls()).isEmpty();
    }

    @Test
    void aRemoteFileThatCameWhole() throws Exception {
        byte[] bytes = Files.readAllBytes(photo);
        Map<String, Object> name = Map.of(Exchange.FILE_NAME, "a/b/view.jpg");

        assertArrived(upload(remote(new ByteArrayInputStream(bytes), bytes.length), name), "view.jpg");
        assertArrived(upload(remote(photo.toFile(), bytes.length), name), "view.jpg");
    }

    @Test
    void aRemoteFileWhoseServerTellsNoLength() throws Exception {
        Map<String, Object> name = Map.of(Exchange.FILE_NAME, "view.jpg");

        assertArrived(upload(remote(Files.newInputStream(photo), -1), name), "view.jpg");
        assertArrived(upload(remote(Files.newInputStream(photo), 0), name), "view.jpg");
    }

    @Test
    void nothingIsRefused() {
        assertRefused(null, "empty", "null");
        assertRefused("", "empty", "0 bytes");
        assertRefused(new byte[0], "empty", "0 bytes");
        assertRefused(new ByteArrayInputStream(new byte[0]), "empty", "0 bytes");
        assertRefused(sample("empty.jpg").toFile(), "empty", "empty.jpg");
        assertRefused(sample("no-such.jpg").toFile(), "file-missing", "no-such.jpg");
        assertRefused(sample(".").toFile(), "not-a-file", "directory");
    }

    @Test
    void whatIsNoMediaIsRefusedWithItsType() {
        assertRefused(Map.of("a", 1), "body-type", "Map");
        assertRefused(42, "body-type", "Integer");
    }

    @Test
    void aStreamIsReadOnceAndServesEveryRedelivery() throws Exception {
        java.util.concurrent.atomic.AtomicInteger reads = new java.util.concurrent.atomic.AtomicInteger();
        InputStream once = new java.io.FilterInputStream(Files.newInputStream(photo)) {
            @Override
            public void close() throws java.io.IOException {
                reads.incrementAndGet();
                super.close();
            }
        };
        Exchange failed =
                template.request("direct:redelivered", e -> e.getMessage().setBody(once));

        assertThat(failed.getException())
                .isInstanceOf(org.cameld360.media.ServiceUnavailableException.class)
                .hasMessageContaining("no connection");
        assertThat(reads).hasValue(1);
    }

    @Test
    void aSecondEndpointFindsTheSameStreamAgain() throws Exception {
        template.requestBody("direct:twice", Files.newInputStream(photo));

        assertThat(simulator().allMedia())
                .extracting(StoredMedia::sha256)
                .containsExactly(sha256(photo), sha256(photo));
    }

    /** As the FTP component makes it: the file is an entry of a listing, and the body is what came. */
    private static GenericFile<String> remote(Object body, long announced) {
        GenericFile<String> file = new GenericFile<>();
        file.setFile("entry of a listing");
        file.setFileLength(announced);
        file.setBody(body);
        return file;
    }

    private UploadedMedia upload(Object body, Map<String, Object> headers) {
        return template.requestBodyAndHeaders("direct:uploadV1", body, headers, UploadedMedia.class);
    }

    private void assertArrived(UploadedMedia uploaded, String name) throws Exception {
        assertThat(uploaded.fileName()).isEqualTo(name);
        assertThat(uploaded.sha256()).isEqualTo(sha256(photo));
        assertThat(simulator().media(uploaded.id()).orElseThrow().sha256()).isEqualTo(sha256(photo));
    }

    private void assertRefused(Object body, String rule, String word) {
        for (String operation : new String[] {"direct:uploadV1", "direct:sendV2"}) {
            Exchange refused = template.request(operation, e -> {
                e.getMessage().setBody(body);
                e.getMessage().setHeader("CamelD360MediaTo", "49151234567");
            });
            assertThat(refused.getException())
                    .isInstanceOf(MediaRejectedException.class)
                    .hasMessageContaining(word)
                    .extracting(e -> ((MediaRejectedException) e).getRule())
                    .isEqualTo(rule);
        }
        assertThat(simulator().calls()).isEmpty();
    }

    static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
