package org.cameld360.media.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.cameld360.media.MediaRejectedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaSpoolTest {

    private static final int IN_MEMORY = 256 * 1024;
    private static final long PLENTY = 64_000_000;

    private final List<Path> files = new ArrayList<>();

    @AfterEach
    void removeFiles() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100_000, IN_MEMORY - 1})
    void keepsSmallStreamsInMemory(int size) throws Exception {
        byte[] bytes = bytes(size);
        Stream stream = new Stream(new ByteArrayInputStream(bytes));

        MediaSource source = spool(stream, PLENTY);

        assertThat(source).isInstanceOf(BytesSource.class);
        assertThat(source.length()).isEqualTo(size);
        assertThat(Samples.head(source, size)).isEqualTo(bytes);
        assertThat(files).isEmpty();
        assertThat(stream.closed).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {IN_MEMORY, IN_MEMORY + 1, 1_000_000})
    void putsLargeStreamsOnDiskAndHandsOverTheFile(int size) throws Exception {
        byte[] bytes = bytes(size);
        Stream stream = new Stream(new ByteArrayInputStream(bytes));

        MediaSource source = spool(stream, PLENTY);

        assertThat(source).isInstanceOf(FileSource.class);
        assertThat(source.length()).isEqualTo(size);
        assertThat(Samples.head(source, size)).isEqualTo(bytes);
        assertThat(Samples.head(source, size)).isEqualTo(bytes);
        assertThat(files).containsExactly(((FileSource) source).path());
        assertThat(stream.closed).isEqualTo(1);
    }

    @Test
    void readsStreamsThatGiveAByteAtATime() throws Exception {
        byte[] bytes = bytes(IN_MEMORY + 1000);
        Stream stream = new Stream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return super.read(into, offset, Math.min(length, 1));
            }
        };

        assertThat(Samples.head(spool(stream, PLENTY), bytes.length)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, IN_MEMORY - 1, IN_MEMORY, IN_MEMORY + 1, 1_000_000})
    void takesStreamsOfExactlyTheBoundAndRefusesOneByteMore(int bound) throws Exception {
        Stream fits = new Stream(new ByteArrayInputStream(bytes(bound)));
        Stream tooLarge = new Stream(new ByteArrayInputStream(bytes(bound + 1)));

        assertThat(spool(fits, bound).length()).isEqualTo(bound);
        assertRefused("size", Rejections.size(bound), tooLarge, bound)
                .hasMessage("Refused: the stream holds more than " + Rejections.size(bound)
                        + ", which is the most that is taken from a stream. Make it smaller, or split it.");
        assertThat(tooLarge.closed).isEqualTo(1);
    }

    @Test
    void stopsWritingAnEndlessStreamAtTheBoundAndHandsOverTheFile() throws Exception {
        Stream endless = new Stream(new InputStream() {
            @Override
            public int read() {
                return 7;
            }
        });

        assertRefused("size", "1 MB", endless, 1_000_000);
        assertThat(files).hasSize(1);
        assertThat(Files.size(files.get(0))).isLessThanOrEqualTo(1_000_000);
        assertThat(endless.closed).isEqualTo(1);
    }

    @Test
    void refusesAnEmptyStream() {
        Stream empty = new Stream(InputStream.nullInputStream());

        assertRefused("empty", "at least 1 byte", empty, PLENTY)
                .hasMessage(
                        "Refused: the stream gave 0 bytes (was it read before?), and empty media is never sent. Check"
                                + " the source.");
        assertThat(empty.closed).isEqualTo(1);
        assertThat(files).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, IN_MEMORY, IN_MEMORY + 100_000})
    void refusesAStreamThatBreaks(int readable) {
        IOException failure = new IOException("reset by https://bucket.example/k?X-Amz-Signature=abc");
        Stream broken =
                new Stream(new SequenceInputStream(new ByteArrayInputStream(bytes(readable)), failing(failure)));

        assertRefused("source-broken", null, broken, PLENTY)
                .hasMessage("Refused: the media could not be read to its end or spooled to disk (IOException: reset by"
                        + " https://bucket.example/k?...). Nothing was sent. Check the source and the space left for"
                        + " temporary files.")
                .hasCause(failure);
        assertThat(broken.closed).isEqualTo(1);
        assertThat(files).hasSize(readable >= IN_MEMORY ? 1 : 0);
    }

    @Test
    void refusesAStreamThatBreaksWithAnExceptionOfItsSdk() {
        Stream broken = new Stream(new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("connection pool shut down");
            }
        });

        assertRefused("source-broken", null, broken, PLENTY).hasMessageContaining("connection pool shut down");
        assertThat(broken.closed).isEqualTo(1);
    }

    @Test
    void refusesAStreamThatSaysOnlyOnClosingThatItWasBroken() {
        Stream broken = new Stream(new ByteArrayInputStream(bytes(10))) {
            @Override
            public void close() throws IOException {
                super.close();
                throw new IOException("checksum differs");
            }
        };

        assertRefused("source-broken", null, broken, PLENTY).hasMessageContaining("checksum differs");
    }

    private MediaSource spool(InputStream stream, long maxBytes) {
        return MediaSpool.spool(stream, maxBytes, files::add);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            String rule, String limit, InputStream stream, long maxBytes) {
        return assertThatThrownBy(() -> spool(stream, maxBytes))
                .isInstanceOfSatisfying(MediaRejectedException.class, e -> {
                    assertThat(e.getRule()).isEqualTo(rule);
                    assertThat(e.getLimit()).isEqualTo(limit);
                });
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(360).nextBytes(bytes);
        return bytes;
    }

    private static InputStream failing(IOException failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw failure;
            }
        };
    }

    private static class Stream extends FilterInputStream {

        int closed;

        Stream(InputStream in) {
            super(in);
        }

        @Override
        public void close() throws IOException {
            closed++;
            super.close();
        }
    }
}
