package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.attachment.DefaultAttachment;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.FileConsumer;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.converter.stream.CachedOutputStream;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.converter.stream.ReaderCache;
import org.cameld360.media.SentMessage;
import org.cameld360.media.UploadedMedia;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.StoredMedia;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every body that media may come in, by every operation that takes media, with Camel's stream caching and without. */
class BodyKindsTest extends SimulatedRoutes {

    private static final Path NOTE = sample("note.txt");

    /** How media comes, as the components of Camel put it there. The last of the name is the body within. */
    enum Kind {
        FILE,
        PATH,
        BYTES,
        BYTE_BUFFER,
        STREAM,
        CACHE_IN_MEMORY,
        CACHE_ON_DISK,
        CACHE_OF_TEXT,
        DATA_HANDLER,
        ATTACHMENT,
        TEXT,
        FILE_COMPONENT,
        FTP_BYTES,
        FTP_STREAM,
        FTP_CACHED_STREAM,
        FTP_LOCAL_FILE;

        void putInto(Exchange exchange) throws IOException {
            byte[] bytes = Files.readAllBytes(NOTE);
            File file = NOTE.toFile();
            switch (this) {
                case FILE -> exchange.getMessage().setBody(file);
                case PATH -> exchange.getMessage().setBody(NOTE);
                case BYTES -> exchange.getMessage().setBody(bytes);
                case BYTE_BUFFER -> exchange.getMessage().setBody(ByteBuffer.wrap(bytes));
                case STREAM -> exchange.getMessage().setBody(new BufferedInputStream(Files.newInputStream(NOTE)));
                case CACHE_IN_MEMORY -> exchange.getMessage().setBody(new InputStreamCache(bytes));
                case CACHE_ON_DISK -> exchange.getMessage().setBody(onDisk(exchange, bytes));
                case CACHE_OF_TEXT ->
                    exchange.getMessage().setBody(new ReaderCache(new String(bytes, StandardCharsets.UTF_8)));
                case DATA_HANDLER -> exchange.getMessage().setBody(new DataHandler(new FileDataSource(file)));
                case ATTACHMENT -> exchange.getMessage().setBody(new DefaultAttachment(new FileDataSource(file)));
                case TEXT -> exchange.getMessage().setBody(new String(bytes, StandardCharsets.UTF_8));
                case FILE_COMPONENT ->
                    FileConsumer.asGenericFile(NOTE.getParent().toString(), file, "UTF-8", false)
                            .bindToExchange(exchange);
                case FTP_BYTES -> remote(bytes).bindToExchange(exchange);
                case FTP_STREAM ->
                    remote(new BufferedInputStream(Files.newInputStream(NOTE))).bindToExchange(exchange);
                case FTP_CACHED_STREAM -> remote(new InputStreamCache(bytes)).bindToExchange(exchange);
                case FTP_LOCAL_FILE -> remote(file).bindToExchange(exchange);
            }
        }

        private static Object onDisk(Exchange exchange, byte[] bytes) throws IOException {
            try (CachedOutputStream out = new CachedOutputStream(exchange)) {
                out.write(bytes);
                return out.newStreamCache();
            }
        }

        /** As FTP gives it: the file is the server's, and the body is what was fetched. */
        private static GenericFile<Object> remote(Object body) {
            GenericFile<Object> remote = new GenericFile<>();
            remote.setFile("an entry of the server's listing");
            remote.setFileName("note.txt");
            remote.setFileNameOnly("note.txt");
            remote.setRelativeFilePath("note.txt");
            remote.setAbsoluteFilePath("inbox/note.txt");
            remote.setEndpointPath("inbox");
            remote.setBody(body);
            return remote;
        }

        boolean hasName() {
            return switch (this) {
                case BYTES, BYTE_BUFFER, STREAM, CACHE_IN_MEMORY, CACHE_ON_DISK, CACHE_OF_TEXT, TEXT -> false;
                default -> true;
            };
        }
    }

    static Stream<Arguments> everyWay() {
        return Stream.of(Kind.values()).flatMap(kind -> Stream.of("upload", "send")
                .flatMap(operation -> Stream.of(ApiVersion.values()).flatMap(version -> Stream.of(true, false)
                        .map(cached -> Arguments.of(kind, operation, version, cached)))));
    }

    @Override
    protected RoutesBuilder[] createRouteBuilders() {
        // a note is small: every stream goes to disk that is spooled at all
        context.getStreamCachingStrategy().setSpoolEnabled(true);
        context.getStreamCachingStrategy().setSpoolThreshold(1);
        return new RoutesBuilder[] {
            new RouteBuilder() {
                @Override
                public void configure() {
                    for (ApiVersion version : ApiVersion.values()) {
                        for (String operation : new String[] {"upload", "send"}) {
                            for (boolean cached : new boolean[] {true, false}) {
                                from("direct:" + operation + version + cached)
                                        .streamCache(String.valueOf(cached))
                                        .to(scheme(version) + ":" + operation);
                            }
                        }
                    }
                }
            }
        };
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void arrivesWholeUnderItsName(Kind kind, String operation, ApiVersion version, boolean cached) throws Exception {
        Exchange sent = template.request("direct:" + operation + version + cached, e -> {
            kind.putInto(e);
            e.getMessage().setHeader("CamelD360MediaTo", "49151234567");
        });

        assertThat(sent.getException()).isNull();
        StoredMedia stored = simulator().allMedia().get(0);
        assertThat(stored.sha256()).isEqualTo(BodySourcesTest.sha256(NOTE));
        assertThat(stored.contentType()).isEqualTo("text/plain");
        Object body = sent.getMessage().getBody();
        String fileName =
                operation.equals("send") ? ((SentMessage) body).fileName() : ((UploadedMedia) body).fileName();
        assertThat(fileName).isEqualTo(kind.hasName() ? "note.txt" : "document.txt");
    }
}
