package org.cameld360.simulator.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body on disk is like one in memory. */
class FileBodyTest {

    private static final int SIZE = 400_000;
    private static final int WINDOW = 128 * 1024;
    private static final String WANTED = "the wanted bytes";

    @TempDir
    private Path folder;

    private final byte[] bytes = new byte[SIZE];
    private Body onDisk;
    private Body inMemory;

    @BeforeEach
    void write() throws IOException {
        new Random(1).nextBytes(bytes);
        writeAt(0, "");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, WINDOW - 16, WINDOW - 15, WINDOW - 1, WINDOW, 2 * WINDOW - 7, SIZE - 16})
    void findsBytesWhereverTheyAre(int at) throws IOException {
        writeAt(at, WANTED);
        Bytes wanted = Bytes.ascii(WANTED);

        assertThat(onDisk.indexOf(wanted, 0)).isEqualTo(at).isEqualTo(inMemory.indexOf(wanted, 0));
        assertThat(onDisk.indexOf(wanted, at)).isEqualTo(at);
        assertThat(onDisk.indexOf(wanted, at + 1L)).isEqualTo(-1);
        assertThat(onDisk.startsAt(wanted, at)).isTrue();
        assertThat(onDisk.startsAt(wanted, at + 1L)).isFalse();
        assertThat(onDisk.slice(at, SIZE).indexOf(wanted, 0)).isZero();
        assertThat(onDisk.slice(0, at + 15L).indexOf(wanted, 0)).isEqualTo(-1);
    }

    @Test
    void readsSlices() throws IOException {
        assertThat(onDisk.bytes()).isEqualTo(bytes);
        Body slice = onDisk.slice(100, 300_000).slice(50, 200_000);
        assertThat(slice.size()).isEqualTo(199_950);
        assertThat(slice.bytes()).isEqualTo(Arrays.copyOfRange(bytes, 150, 200_100));
        assertThat(slice.open().readAllBytes()).isEqualTo(slice.bytes());
        assertThat(inMemory.slice(100, 300_000).slice(50, 200_000).bytes()).isEqualTo(slice.bytes());
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> slice.slice(0, 199_951));
    }

    private void writeAt(int at, String text) throws IOException {
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, bytes, at, text.length());
        onDisk = new FileBody(Files.write(folder.resolve("body"), bytes), SIZE);
        inMemory = new HeapBody(bytes);
    }
}
