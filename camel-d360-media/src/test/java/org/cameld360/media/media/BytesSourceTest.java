package org.cameld360.media.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cameld360.media.MediaRejectedException;
import org.junit.jupiter.api.Test;

class BytesSourceTest {

    @Test
    void opensFromTheFirstByteEachTime() throws Exception {
        BytesSource source = BytesSource.of(new byte[] {1, 2, 3});

        assertThat(source.length()).isEqualTo(3);
        assertThat(Samples.head(source, 2)).containsExactly(1, 2);
        assertThat(Samples.head(source, 9)).containsExactly(1, 2, 3);
        source.ensureUnchanged();
    }

    @Test
    void refusesNoBytes() {
        assertThatThrownBy(() -> BytesSource.of(new byte[0]))
                .isInstanceOfSatisfying(MediaRejectedException.class, e -> {
                    assertThat(e.getRule()).isEqualTo("empty");
                    assertThat(e.getLimit()).isEqualTo("at least 1 byte");
                })
                .hasMessage("Refused: the body has 0 bytes, and empty media is never sent. Check the source.");
    }

    @Test
    void keepsContentOutOfItsText() {
        assertThat(BytesSource.of(new byte[] {'k', 'e', 'y'})).hasToString("3 bytes in memory");
    }
}
