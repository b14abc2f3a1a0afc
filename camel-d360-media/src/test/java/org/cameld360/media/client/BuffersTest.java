package org.cameld360.media.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuffersTest {

    private final Buffers buffers = new Buffers();

    @Test
    void lendsTheSameOneAgainEmpty() {
        ByteBuffer first = buffers.lend();
        first.put((byte) 1).flip();
        buffers.takeBack(first);

        ByteBuffer second = buffers.lend();

        assertThat(second).isSameAs(first);
        assertThat(second.position()).isZero();
        assertThat(second.remaining()).isEqualTo(Buffers.SIZE);
    }

    @Test
    void neverLendsOneToTwo() {
        ByteBuffer first = buffers.lend();

        assertThat(buffers.lend()).isNotSameAs(first);
    }

    @Test
    void keepsNoMoreThanFourMegabytes() {
        List<ByteBuffer> lent = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lent.add(buffers.lend());
        }
        lent.forEach(buffers::takeBack);

        List<ByteBuffer> again = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            again.add(buffers.lend());
        }

        assertThat(again.stream()
                        .filter(buffer -> lent.stream().anyMatch(before -> before == buffer))
                        .mapToInt(ByteBuffer::capacity)
                        .sum())
                .isEqualTo(64 * Buffers.SIZE);
    }
}
