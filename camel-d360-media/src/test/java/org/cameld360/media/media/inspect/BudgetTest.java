package org.cameld360.media.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cameld360.media.media.BytesSource;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How much is read. */
class BudgetTest {

    private static final long HUNDRED_MB = 100_000_000;

    @TempDir
    Path folder;

    @Test
    void readsLittleOfALargeVideoWithItsIndexLast() throws Exception {
        Path file = stretched("video-h264-aac-moov-last.mp4", HUNDRED_MB);

        try (CountingChannel channel = new CountingChannel(Files.newByteChannel(file))) {
            Inspection found = Inspector.inspect(new View(channel, Files.size(file)));

            assertThat(found.tracks()).hasSize(2);
            assertThat(found.damage()).isNull();
            assertThat(channel.bytes()).isLessThan(20_000);
            assertThat(channel.reads()).isLessThan(30);
        }
    }

    @Test
    void readsSizesBeyond4Gigabytes() throws Exception {
        Path file = stretched("video-h264-aac-moov-last.mp4", 6_000_000_000L);

        try (CountingChannel channel = new CountingChannel(Files.newByteChannel(file))) {
            Inspection found = Inspector.inspect(new View(channel, Files.size(file)));

            assertThat(found.tracks()).hasSize(2);
            assertThat(found.damage()).isNull();
            assertThat(channel.bytes()).isLessThan(20_000);
        }
    }

    static Iterable<String> samples() {
        return Samples.names();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsLittleOfEachSample(String sample) throws Exception {
        byte[] bytes = Samples.bytes(sample);
        CountingChannel channel = new CountingChannel(BytesSource.of(bytes).open());

        Inspector.inspect(new View(channel, bytes.length));

        assertThat(channel.bytes()).isLessThan(90_000);
        if (sample.startsWith("photo") || sample.startsWith("sticker")) {
            assertThat(channel.bytes()).isLessThan(10_000);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 4096", "4096, 9000", "100000, 9000"})
    void readsLittleWhereItJumpsAndMoreWhereItReadsOn(long from, int most) throws Exception {
        CountingChannel channel =
                new CountingChannel(BytesSource.of(new byte[200_000]).open());
        View view = new View(channel, 200_000);
        view.u8(0);
        for (int i = 0; i < 2000; i++) {
            view.u8(from + i);
        }

        assertThat(channel.bytes()).isLessThanOrEqualTo(4096 + most);
        assertThat(channel.reads()).isLessThanOrEqualTo(4);
    }

    @Test
    void endsWhereTheBudgetDoes() throws Exception {
        View view = new View(BytesSource.of(new byte[3_000_000]).open(), 3_000_000);

        assertThat(view.bytes(0, 600_000)).hasSize(600_000);
        assertThatThrownBy(() -> view.bytes(600_000, 600_000))
                .isInstanceOf(Broken.class)
                .hasMessageStartingWith("made of more parts");
        assertThat(view.bytesRead()).isLessThanOrEqualTo(1_000_000);
    }

    @Test
    void endsWhereTheMediumDoes() throws Exception {
        View view = new View(BytesSource.of(new byte[10]).open(), 10);

        assertThat(view.u8(9)).isZero();
        for (long at : new long[] {10, 11, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> view.u8(at)).isInstanceOf(Broken.class);
            assertThatThrownBy(() -> view.bytes(at, 1)).isInstanceOf(Broken.class);
            assertThat(view.has(at, "x")).isFalse();
        }
        assertThatThrownBy(() -> view.u16(9)).isInstanceOf(Broken.class);
        assertThatThrownBy(() -> view.bytes(5, 6)).isInstanceOf(Broken.class);
        assertThat(View.behind(Long.MAX_VALUE - 1, 5)).isEqualTo(Long.MAX_VALUE);
        assertThat(View.behind(5, -1)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void readsNumbersOfBothByteOrders() throws Exception {
        byte[] bytes = Bytes.hex("0102030405060708 FFFFFFFFFFFFFFFF").array();
        View view = new View(BytesSource.of(bytes).open(), bytes.length);

        assertThat(view.u16(0)).isEqualTo(0x0102);
        assertThat(view.u16le(0)).isEqualTo(0x0201);
        assertThat(view.u32(0)).isEqualTo(0x01020304);
        assertThat(view.u32le(0)).isEqualTo(0x04030201);
        assertThat(view.i64(0)).isEqualTo(0x0102030405060708L);
        assertThat(view.i64le(0)).isEqualTo(0x0807060504030201L);
        assertThat(view.u32(8)).isEqualTo(0xFFFFFFFFL);
        assertThat(view.u32le(8)).isEqualTo(0xFFFFFFFFL);
        assertThat(view.i64(8)).isEqualTo(-1);
    }

    @Test
    void findsTheLastPlaceAlsoWhereItLiesAcrossTwoChunks() throws Exception {
        for (int at : new int[] {0, 1, 100, 15_900, 15_903, 15_904, 15_905, 15_906, 15_907, 19_996}) {
            byte[] bytes = new byte[20_000];
            System.arraycopy(Bytes.of("OggS").array(), 0, bytes, at, 4);
            View view = new View(BytesSource.of(bytes).open(), bytes.length);

            assertThat(view.lastIndexOf("OggS", 0, bytes.length)).isEqualTo(at);
        }
    }

    @Test
    void takesAFileThatShrinksMeanwhileForCutOff() throws Exception {
        byte[] bytes = Samples.bytes("video-h264-aac-moov-last.mp4");
        Inspection found = Inspector.inspect(new View(BytesSource.of(bytes).open(), bytes.length + 10_000));

        assertThat(found.contentType()).isEqualTo("video/mp4");
        assertThat(found.damage()).startsWith("cut off: ");
    }

    @Test
    void handsOnWhatTheDiskSays() throws Exception {
        SeekableByteChannel closed = BytesSource.of(new byte[10]).open();
        closed.close();

        assertThatThrownBy(() -> Inspector.inspect(new View(closed, 10)))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(Broken.class);
    }

    /** The sample with that many bytes more in its media data, most of which take no room on the disk. */
    private Path stretched(String sample, long more) throws IOException {
        byte[] bytes = Samples.bytes(sample);
        byte[] head = Bytes.of("mdat").array();
        int data = indexOf(bytes, head) - 4;
        int size = ByteBuffer.wrap(bytes).getInt(data);
        Bytes header = new Bytes().u32(1).add("mdat").u64(size + 8L + more);
        Path file = folder.resolve(sample);
        try (SeekableByteChannel out = Files.newByteChannel(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            out.write(ByteBuffer.wrap(bytes, 0, data));
            out.write(ByteBuffer.wrap(header.array()));
            out.write(ByteBuffer.wrap(bytes, data + 8, size - 8));
            out.position(out.position() + more);
            out.write(ByteBuffer.wrap(bytes, data + size, bytes.length - data - size));
        }
        return file;
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; ; i++) {
            if (java.util.Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
    }
}
