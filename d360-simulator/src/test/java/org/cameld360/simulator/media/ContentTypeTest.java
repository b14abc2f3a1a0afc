package org.cameld360.simulator.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image/png | image/png",
                "Image/PNG | image/png",
                "text/plain; charset=utf-8 | text/plain",
                "audio/ogg;codecs=opus | audio/ogg; codecs=opus",
                "audio/ogg ; Codecs=\"OPUS\" | audio/ogg; codecs=opus",
                "video/mp4; x=1; codecs=\"avc1, mp4a\" | video/mp4; codecs=avc1, mp4a"
            })
    void keepsOnlyCodecs(String text, String normalised) {
        assertThat(ContentType.parse(text)).map(ContentType::toString).hasValue(normalised);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "image", "/png", "image/", "image/png;", "image/png; x", "image/png; x=", "a/b; x=\"y"})
    void knowsWhatIsNone(String text) {
        assertThat(ContentType.parse(text)).isEmpty();
    }
}
