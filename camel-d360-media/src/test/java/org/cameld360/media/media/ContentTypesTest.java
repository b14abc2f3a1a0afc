package org.cameld360.media.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            image/png                        | image/png
            IMAGE/PNG; name=a.png            | image/png
            ' text/csv ; charset=utf-8'      | text/csv
            image/jpg                        | image/jpeg
            image/pjpeg                      | image/jpeg
            image/x-png                      | image/png
            video/3gp                        | video/3gpp
            video/x-m4v                      | video/mp4
            audio/mp3                        | audio/mpeg
            audio/x-m4a                      | audio/mp4
            audio/wave                       | audio/wav
            application/x-pdf                | application/pdf
            application/x-zip-compressed     | application/zip
            application/csv                  | text/csv
            audio/ogg                        | audio/ogg
            application/ogg                  | audio/ogg
            audio/opus                       | audio/ogg; codecs=opus
            audio/ogg; codecs=opus           | audio/ogg; codecs=opus
            audio/ogg;codecs="opus"          | audio/ogg; codecs=opus
            Audio/OGG; rate=1; CODECS = Opus | audio/ogg; codecs=opus
            audio/ogg; codecs=opus; rate=1   | audio/ogg; codecs=opus
            audio/ogg; codecs=opusx          | audio/ogg
            audio/ogg; codecs=vorbis         | audio/ogg
            audio/ogg; xcodecs=opus          | audio/ogg
            image/svg+xml                    | image/svg+xml
            application/vnd.ms-excel         | application/vnd.ms-excel
            """)
    void cleansClaims(String claim, String clean) {
        assertThat(ContentTypes.clean(claim)).isEqualTo(clean);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                ";",
                "image",
                "image/",
                "/png",
                "*/*",
                "image/*",
                "image/png, image/jpeg",
                "image/png image/jpeg",
                "image/pn\r\nX-Evil: 1",
                "image/p\u00F1g",
                "application/octet-stream",
                "APPLICATION/OCTET-STREAM; x=y",
                "binary/octet-stream",
                "application/force-download",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x"
            })
    void takesNothingFromClaimsThatAreMalformedOrEmpty(String claim) {
        assertThat(ContentTypes.clean(claim)).isNull();
    }

    @Test
    void neverLetsALineBreakThrough() {
        assertThat(ContentTypes.clean("image/png;\r\nX-Evil: 1")).isEqualTo("image/png");
        assertThat(ContentTypes.clean("\r\nimage/png\r\n")).isEqualTo("image/png");
    }

    @Test
    void cleansHostileClaimsInLinearTime() {
        String parameters = "audio/ogg" + ";codecs".repeat(100_000) + "; ".repeat(100_000) + " ".repeat(300_000);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(ContentTypes.clean(parameters)).isEqualTo("audio/ogg");
            assertThat(ContentTypes.clean("a".repeat(1_000_000))).isNull();
            assertThat(ContentTypes.clean("a/" + "b".repeat(1_000_000))).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "photo.jpg, image/jpeg",
                "PHOTO.JPEG, image/jpeg",
                "clip.m4v, video/mp4",
                "voice.opus, audio/ogg; codecs=opus",
                "a.b.pdf, application/pdf",
                "report.odt, application/vnd.oasis.opendocument.text",
                ".png, image/png",
                "photo, -",
                "photo., -",
                "photo.xyz, -",
                "jpg, -"
            })
    void knowsTypesByTheExtensionOfAName(String name, String contentType) {
        assertThat(ContentTypes.ofFileName(name)).isEqualTo(contentType);
    }

    @Test
    void knowsNoTypeForNoName() {
        assertThat(ContentTypes.ofFileName(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, .jpg",
        "image/png, .png",
        "image/webp, .webp",
        "image/tiff, .tif",
        "video/mp4, .mp4",
        "video/3gpp, .3gp",
        "audio/mpeg, .mp3",
        "audio/mp4, .m4a",
        "audio/ogg, .ogg",
        "audio/ogg; codecs=opus, .ogg",
        "text/html, .html",
        "text/plain, .txt",
        "text/csv, .csv",
        "application/pdf, .pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document, .docx",
        "application/octet-stream, ''",
        "audio/amr-wb, ''",
        "x/y, ''"
    })
    void namesTheUsualExtension(String contentType, String extension) {
        assertThat(ContentTypes.extensionFor(contentType)).isEqualTo(extension);
    }

    @ParameterizedTest
    @CsvSource({
        "image/webp, STICKER",
        "image/gif, IMAGE",
        "VIDEO/MP4, VIDEO",
        "audio/ogg; codecs=opus, AUDIO",
        "application/pdf, DOCUMENT",
        "text/plain, DOCUMENT",
        "nonsense, DOCUMENT"
    })
    void goesAsTheMediaTypeThatItIs(String contentType, MediaType type) {
        assertThat(MediaType.naturalFor(contentType)).isEqualTo(type);
    }

    @Test
    void findsMediaTypesByNameInAnyCase() {
        assertThat(MediaType.of(" Image ")).contains(MediaType.IMAGE);
        assertThat(MediaType.of("picture")).isEmpty();
        assertThat(MediaType.of("")).isEmpty();
        assertThat(MediaType.STICKER).hasToString("sticker");
    }
}
