package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.builder.RouteBuilder;
import org.cameld360.media.DownloadIntegrityException;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.UploadedMedia;
import org.cameld360.simulator.ApiVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GetTest extends SimulatedRoutes {

    @TempDir
    static Path folder;

    @Override
    protected RoutesBuilder[] createRouteBuilders() {
        return new RoutesBuilder[] {
            createRouteBuilder(),
            new RouteBuilder() {
                @Override
                public void configure() {
                    for (ApiVersion version : ApiVersion.values()) {
                        from("direct:save" + version)
                                .toF("%s:get?saveTo=%s", scheme(version), folder.resolve("made/when needed"));
                        from("direct:small" + version)
                                .toF("%s:get?maxSize=1000&saveTo=%s", scheme(version), folder.resolve("small"));
                    }
                }
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void theBodyReadsAsFilePathStreamAndBytes(ApiVersion version) throws Exception {
        Exchange got = get("direct:get" + version, upload(version, "photo.jpg"));

        byte[] original = Files.readAllBytes(sample("photo.jpg"));
        assertThat(got.getMessage().getBody(File.class)).hasBinaryContent(original);
        assertThat(got.getMessage().getBody(Path.class)).hasBinaryContent(original);
        assertThat(got.getMessage().getBody(byte[].class)).isEqualTo(original);
        try (InputStream stream = got.getMessage().getBody(InputStream.class)) {
            assertThat(stream).hasBinaryContent(original);
        }
    }

    @ParameterizedTest
    @EnumSource
    void asAttachmentItHasItsNameAndTypeAndTheBodyStays(ApiVersion version) throws Exception {
        UploadedMedia photo = upload(version, "photo.jpg");
        Exchange got = template.request(scheme(version) + ":get?asAttachment=true&mediaId=" + photo.id(), e -> {
            e.getMessage().setBody("the text of the mail");
            e.getMessage(AttachmentMessage.class)
                    .addAttachment(
                            photo.id() + ".jpg",
                            new DataHandler(
                                    new FileDataSource(sample("note.txt").toFile())));
        });

        assertThat(got.getMessage().getBody()).isEqualTo("the text of the mail");
        Map<String, DataHandler> attachments =
                got.getMessage(AttachmentMessage.class).getAttachments();
        assertThat(attachments).containsOnlyKeys(photo.id() + ".jpg", photo.id() + "-2.jpg");
        DataHandler attached = attachments.get(photo.id() + "-2.jpg");
        assertThat(attached.getContentType()).isEqualTo("image/jpeg");
        try (InputStream stream = attached.getInputStream()) {
            assertThat(stream).hasBinaryContent(Files.readAllBytes(sample("photo.jpg")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void savesUnderANameOfItsOwnAndNeverOverAnother(ApiVersion version) throws Exception {
        UploadedMedia photo = upload(version, "photo.jpg");

        File first = get("direct:save" + version, photo).getMessage().getBody(File.class);
        File second = get("direct:save" + version, photo).getMessage().getBody(File.class);

        assertThat(first).hasName(photo.id() + ".jpg").hasBinaryContent(Files.readAllBytes(sample("photo.jpg")));
        assertThat(second).hasName(photo.id() + "-2.jpg").hasBinaryContent(Files.readAllBytes(sample("photo.jpg")));
    }

    @ParameterizedTest
    @EnumSource
    void moreThanMaxSizeEndsTheDownloadAndLeavesNothing(ApiVersion version) throws Exception {
        Exchange got = get("direct:small" + version, upload(version, "photo.jpg"));

        assertThat(got.getException())
                .isInstanceOf(DownloadIntegrityException.class)
                .hasMessageContaining("1000 bytes")
                .hasMessageContaining("maxSize");
        try (Stream<Path> files = Files.list(folder.resolve("small"))) {
            assertThat(files).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void unknownMediaLeavesNoFile(ApiVersion version) throws Exception {
        Exchange got = template.request(
                "direct:save" + version, e -> e.getMessage().setHeader("CamelD360MediaId", "1234567890123456"));

        assertThat(got.getException()).isInstanceOf(MediaNotFoundException.class);
        try (Stream<Path> files = Files.list(folder.resolve("made/when needed"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        UploadedMedia photo = upload(ApiVersion.V1, "photo.jpg");
        Path file = Files.createFile(folder.resolve("a-file"));

        Exchange got = template.request("d360-media:get?saveTo=" + file + "&mediaId=" + photo.id(), e -> e.getMessage()
                .setBody(null));

        assertThat(got.getException())
                .isInstanceOf(MediaRejectedException.class)
                .hasMessageContaining("saveTo=");
    }

    @Test
    void noIdSaysWhereToPutOne() {
        for (String operation : List.of("get", "delete")) {
            Exchange got = template.request("direct:" + operation + "V1", e -> {});
            assertThat(got.getException())
                    .isInstanceOf(MediaRejectedException.class)
                    .hasMessageContaining("mediaId")
                    .hasMessageContaining("CamelD360MediaId");
        }
    }

    @ParameterizedTest
    @EnumSource
    void deletingWhatIsGoneIsAnErrorUnlessIgnored(ApiVersion version) {
        UploadedMedia photo = upload(version, "photo.jpg");
        String delete = scheme(version) + ":delete?mediaId=" + photo.id();

        assertThat(template.request(delete, e -> {}).getException()).isNull();
        assertThat(template.request(delete, e -> {}).getException()).isInstanceOf(MediaNotFoundException.class);
        assertThat(template.request(delete + "&ignoreMissing=true", e -> {}).getException())
                .isNull();
    }

    private UploadedMedia upload(ApiVersion version, String name) {
        return template.requestBody("direct:upload" + version, sample(name), UploadedMedia.class);
    }

    private Exchange get(String route, UploadedMedia media) {
        return template.request(route, e -> e.getMessage().setHeader("CamelD360MediaId", media.id()));
    }
}
