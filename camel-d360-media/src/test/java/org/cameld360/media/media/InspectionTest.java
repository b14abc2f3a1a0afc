package org.cameld360.media.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cameld360.media.MediaRejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            animation.gif                 | image/gif
            audio-opus-stereo.ogg         | audio/ogg; codecs=opus
            audio-vorbis.ogg              | audio/ogg
            audio-webm-named.ogg          | audio/webm
            audio.aac                     | audio/aac
            audio.amr                     | audio/amr
            audio.m4a                     | audio/mp4
            audio.mp3                     | audio/mpeg
            audio.wav                     | audio/wav
            invoice.pdf                   | application/pdf
            photo-16bit.png               | image/png
            photo.jpg                     | image/jpeg
            photo.png                     | image/png
            png-named.jpg                 | image/png
            sticker-300x200.webp          | image/webp
            sticker-animated.webp         | image/webp
            sticker.webp                  | image/webp
            video-h264-aac-moov-last.mp4  | video/mp4
            video-h264-aac.3gp            | video/3gpp
            video-h264-aac.mp4            | video/mp4
            video-h264-mp3.mp4            | video/mp4
            video-h264-silent.mp4         | video/mp4
            video-hevc-aac.mp4            | video/mp4
            video-truncated.mp4           | video/mp4
            video-two-audio-streams.mp4   | video/mp4
            voice-opus-mono.ogg           | audio/ogg; codecs=opus
            """)
    void recognisesSamplesByTheirContent(String sample, String contentType) throws Exception {
        Inspection inspection = Samples.inspect(sample);

        assertThat(inspection.contentType()).isEqualTo(contentType);
        assertThat(inspection.text()).isFalse();
        assertThat(inspection.animated()).isEqualTo(sample.contains("anima"));
        assertThat(inspection.size()).isEqualTo(Files.size(Samples.path(sample)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"note.txt", "table.csv"})
    void readsTextSamplesAsText(String sample) {
        Inspection inspection = Samples.inspect(sample);

        assertThat(inspection.contentType()).isNull();
        assertThat(inspection.text()).isTrue();
    }

    @Test
    void hasNothingToInspectInAnEmptySample() {
        assertThatThrownBy(() -> Samples.inspect("empty.jpg"))
                .isInstanceOfSatisfying(MediaRejectedException.class, e -> assertThat(e.getRule())
                        .isEqualTo("empty"))
                .hasMessage("Refused: the file 'empty.jpg' has 0 bytes, and empty media is never sent. Check the"
                        + " source.");
    }

    @Test
    void readsEverySampleThatThereIs() throws Exception {
        List<String> names;
        try (var files = Files.list(Samples.path("photo.jpg").resolveSibling("."))) {
            names = files.map(file -> file.getFileName().toString()).toList();
        }

        assertThat(names)
                .hasSizeGreaterThanOrEqualTo(29)
                .filteredOn(name -> !name.equals("empty.jpg"))
                .allSatisfy(name -> {
                    Inspection inspection = Samples.inspect(name);
                    assertThat(inspection.contentType() != null || inspection.text())
                            .isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BMW 320i,19900",
                "MZ is Mozambique",
                "ID3 tags explained",
                "fLaC or FLAC?",
                "OggS begins each page",
                "GIF89a is a format",
                "The ftyp box comes first",
                "RIFFS AND WEBP"
            })
    void doesNotTakeTextForTheFormatWhoseLettersItBeginsWith(String text) {
        Inspection inspection = inspect(text.getBytes(StandardCharsets.UTF_8));

        assertThat(inspection.contentType()).isNull();
        assertThat(inspection.text()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7\n%%EOF", "\n\n%PDF-1.4", "\uFEFF%PDF-1.4", "  \r\n%PDF-1.4"})
    void recognisesPdfAlsoBehindBlankLinesAndByteOrderMark(String text) {
        assertThat(inspect(text.getBytes(StandardCharsets.UTF_8)).contentType()).isEqualTo("application/pdf");
    }

    @Test
    void doesNotTakeATextAboutPdfForOne() {
        assertThat(inspect("See %PDF-1.7".getBytes(StandardCharsets.UTF_8)).text())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void doesNotTakeUtf16TextForAudio(String charset) {
        byte[] text = "\uFEFFid,name\n1,Zo\u00EB\n".getBytes(Charset.forName(charset));

        assertThat(inspect(text).contentType()).isNull();
    }

    @Test
    void readsTextThoughACharacterIsCutAtTheEndOfWhatIsRead() {
        String text = "x".repeat(4095) + "\u00EB".repeat(10);

        assertThat(inspect(text.getBytes(StandardCharsets.UTF_8)).text()).isTrue();
    }

    @Test
    void doesNotReadTextThatEndsWithinACharacter() {
        byte[] text = "Zo\u00EB".getBytes(StandardCharsets.UTF_8);

        assertThat(inspect(Arrays.copyOf(text, text.length - 1)).text()).isFalse();
    }

    @Test
    void doesNotReadLatin1OrNulBytesAsUtf8Text() {
        assertThat(inspect("Zo\u00EB".getBytes(StandardCharsets.ISO_8859_1)).text())
                .isFalse();
        assertThat(inspect("a\0b".getBytes(StandardCharsets.UTF_8)).text()).isFalse();
    }

    @Test
    void readsNoMoreThanTheHead() {
        byte[] mostlyBinary = new byte[10_000];
        Arrays.fill(mostlyBinary, 0, 4096, (byte) 'a');

        assertThat(inspect(mostlyBinary).text()).isTrue();
    }

    @Test
    void saysWhatWentWrongWhenTheFileIsGone(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("gone.txt"), "text");
        FileSource source = FileSource.of(file);
        Files.delete(file);

        assertThatThrownBy(() -> Inspection.of(source))
                .isInstanceOfSatisfying(MediaRejectedException.class, e -> assertThat(e.getRule())
                        .isEqualTo("file-unreadable"))
                .hasMessage("Refused: the media can't be read (NoSuchFileException). Was it moved or deleted meanwhile,"
                        + " or is it locked?");
    }

    private static Inspection inspect(byte[] bytes) {
        return Inspection.of(BytesSource.of(bytes));
    }
}
