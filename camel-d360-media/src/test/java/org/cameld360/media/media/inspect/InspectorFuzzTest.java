package org.cameld360.media.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.time.Duration;
import org.cameld360.media.media.BytesSource;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.Track;

/**
 * Each family of formats with the inputs that fuzzing kept (in the resources of this test), and with {@code JAZZER_FUZZ=1} with as many
 * others as a minute allows. See CONTRIBUTING.md.
 */
class InspectorFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void images(byte[] input) throws IOException {
        read(input, Jpeg::read, Png::read, Gif::read, WebP::read, Bmp::read, Tiff::read);
    }

    @FuzzTest(maxDuration = "1m")
    void isoMedia(byte[] input) throws IOException {
        read(input, IsoMedia::read);
    }

    @FuzzTest(maxDuration = "1m")
    void matroska(byte[] input) throws IOException {
        read(input, Matroska::read);
    }

    @FuzzTest(maxDuration = "1m")
    void ogg(byte[] input) throws IOException {
        read(input, Ogg::read);
    }

    @FuzzTest(maxDuration = "1m")
    void sound(byte[] input) throws IOException {
        read(input, MpegAudio::read, Adts::read, Amr::read, Wav::read, Avi::read, Flac::read, Id3::read);
    }

    @FuzzTest(maxDuration = "1m")
    void documents(byte[] input) throws IOException {
        read(input, Zip::read, Ole2::read, Signature::pdf, Signature::rtf, Signature::executable);
    }

    @FuzzTest(maxDuration = "1m")
    void text(byte[] input) throws IOException {
        read(input, Markup::read, Json::read);
    }

    @FuzzTest(maxDuration = "1m")
    void anything(byte[] input) {
        if (input.length > 0) {
            check(Look.at(input), input.length);
        }
    }

    private static void read(byte[] input, Format... formats) throws IOException {
        for (Format format : formats) {
            if (input.length == 0) {
                return;
            }
            View view = new View(BytesSource.of(input).open(), input.length);
            Findings findings = new Findings();
            try {
                boolean is = format.read(view, findings);
                assertThat(findings.contentType() != null).isEqualTo(is);
            } catch (Broken e) {
                assertThat(e.getMessage()).isNotBlank();
            }
            assertThat(view.bytesRead()).isLessThanOrEqualTo(1_000_000);
            check(findings.inspection(false, input.length), input.length);
        }
    }

    private static void check(Inspection found, int size) {
        assertThat(found.size()).isEqualTo(size);
        assertThat(found.tracks()).hasSizeLessThan(10_000).allMatch(InspectorFuzzTest::isPlain);
        assertThat(found.duration() == null || found.duration().compareTo(Duration.ZERO) >= 0)
                .isTrue();
        assertThat(found.picture() == null
                        || (found.picture().width() >= 0
                                && found.picture().height() >= 0
                                && found.picture().bitDepth() >= 0))
                .isTrue();
        assertThat(found.contentType() == null || found.contentType().matches("[ -~]{1,120}"))
                .isTrue();
    }

    /** What stands in messages must not carry what a terminal would obey. */
    private static boolean isPlain(Track track) {
        return track.codec().matches("[!-~]{1,60}") && track.channels() >= 0;
    }
}
