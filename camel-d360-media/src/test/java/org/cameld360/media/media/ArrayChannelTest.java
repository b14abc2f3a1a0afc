package org.cameld360.media.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import org.junit.jupiter.api.Test;

class ArrayChannelTest {

    private final ArrayChannel channel = new ArrayChannel(new byte[] {1, 2, 3, 4});
    private final ByteBuffer buffer = ByteBuffer.allocate(3);

    @Test
    void readsFromItsPositionOn() throws Exception {
        assertThat(channel.position(1).read(buffer)).isEqualTo(3);
        assertThat(buffer.array()).containsExactly(2, 3, 4);
        assertThat(channel.position()).isEqualTo(4);
        assertThat(channel.size()).isEqualTo(4);
        assertThat(channel.read(buffer.clear())).isEqualTo(-1);
    }

    @Test
    void readsNothingBehindItsEnd() throws Exception {
        assertThat(channel.position(Long.MAX_VALUE).read(buffer)).isEqualTo(-1);
        assertThat(channel.position(3).read(buffer)).isEqualTo(1);
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> channel.position(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> channel.write(buffer)).isInstanceOf(NonWritableChannelException.class);
        assertThatThrownBy(() -> channel.truncate(1)).isInstanceOf(NonWritableChannelException.class);
    }

    @Test
    void readsNothingOnceClosed() {
        channel.close();

        assertThat(channel.isOpen()).isFalse();
        assertThatThrownBy(() -> channel.read(buffer)).isInstanceOf(ClosedChannelException.class);
    }
}
