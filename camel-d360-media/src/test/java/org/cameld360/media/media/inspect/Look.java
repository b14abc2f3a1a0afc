package org.cameld360.media.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import org.cameld360.media.media.BytesSource;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.Samples;

/** Inspects within the budget, or fails. */
final class Look {

    private Look() {}

    static Inspection at(byte[] bytes) {
        return at(BytesSource.of(bytes).open(), bytes.length);
    }

    static Inspection at(Bytes bytes) {
        return at(bytes.array());
    }

    static Inspection at(SeekableByteChannel channel, long length) {
        CountingChannel counting = new CountingChannel(channel);
        try (counting) {
            View view = new View(counting, length);
            Inspection inspection = Inspector.inspect(view);
            assertThat(counting.bytes()).isEqualTo(view.bytesRead()).isLessThanOrEqualTo(1_000_000);
            return inspection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Inspection atSample(String name) {
        return at(Samples.bytes(name));
    }
}
