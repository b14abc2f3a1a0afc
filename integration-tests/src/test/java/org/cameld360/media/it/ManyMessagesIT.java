package org.cameld360.media.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs for months must not grow: 100,000 small messages, and what the JVM that sends them holds after each 10,000. */
class ManyMessagesIT {

    private static final Logger LOG = LoggerFactory.getLogger(ManyMessagesIT.class);

    private static final int MESSAGES = 100_000;
    private static final int PART = 10_000;
    private static final long FIRST_RECIPIENT = 4915100000000L;

    /**
     * For 90,000 messages that is 11 bytes each. Anything that is kept for each message, such as an entry of a map, has at
     * least three times as much; caches with a bound are full long before the first look.
     */
    private static final long HEAP_TOLERANCE = 1_000_000;

    /** The JVM and the pool of connections may open one or the other late; a leak with each upload would be 9,000. */
    private static final int COUNT_TOLERANCE = 4;

    private static final Pattern LINE = Pattern.compile(
            "([0-9]+) messages: heap ([0-9]+), threads ([0-9]+), workers ([0-9]+), handles ([0-9]+), millis ([0-9]+)");

    @TempDir
    private Path folder;

    private ForkedJvm jvm;

    @AfterEach
    void endTheForkedJvm() throws Exception {
        if (jvm != null) {
            jvm.close();
        }
    }

    /**
     * What was held when so many messages were sent.
     *
     * @param workers the threads on which exchanges go on, which are not among the others
     */
    private record Look(int sent, long heap, int threads, int workers, int handles, long millis) {

        static Look of(MatchResult line) {
            return new Look(
                    Integer.parseInt(line.group(1)),
                    Long.parseLong(line.group(2)),
                    Integer.parseInt(line.group(3)),
                    Integer.parseInt(line.group(4)),
                    Integer.parseInt(line.group(5)),
                    Long.parseLong(line.group(6)));
        }
    }

    @Test
    void holdsAfter100000MessagesWhatItHeldAfter10000() throws Exception {
        try (Sink sink = new Sink(FIRST_RECIPIENT, MESSAGES)) {
            jvm = ForkedJvm.start(
                    ManyMessagesMain.class,
                    folder,
                    List.of(
                            "-Xmx96m",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-Dtest.log=target/many-messages.log",
                            "-Dtest.log.level=warn"),
                    Map.of("D360_API_KEY", "k3y-0f-many"),
                    sink.url(),
                    Long.toString(FIRST_RECIPIENT),
                    Integer.toString(MESSAGES),
                    Integer.toString(PART));

            assertThat(jvm.exitCode(Duration.ofMinutes(5)))
                    .as("exit code after:%n%s", jvm.output())
                    .isZero();

            LOG.info("What {} messages leave behind:\n{}", MESSAGES, jvm.output());
            assertThat(IntStream.range(0, MESSAGES).filter(i -> sink.messagesTo(i) != 1))
                    .as("recipients that did not get their one message")
                    .isEmpty();
            assertThat(sink.uploads()).isEqualTo(MESSAGES / 10);
            assertThat(sink.connections()).isLessThanOrEqualTo(64);
        }
        assertFlat(LINE.matcher(jvm.output()).results().map(Look::of).toList());
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertThat(left).as("temporary files").isEmpty();
        }
    }

    private static void assertFlat(List<Look> looks) {
        assertThat(looks).hasSize(MESSAGES / PART);
        Look first = looks.get(0);
        assertThat(looks).allSatisfy(look -> {
            assertThat(look.heap()).as("heap after %d messages", look.sent()).isLessThan(first.heap() + HEAP_TOLERANCE);
            assertThat(look.threads())
                    .as("threads after %d messages", look.sent())
                    .isLessThanOrEqualTo(first.threads() + COUNT_TOLERANCE);
            // there are as many as were busy at the same time, which is luck; they go when they are idle for a minute
            assertThat(look.workers())
                    .as("workers after %d messages", look.sent())
                    .isLessThanOrEqualTo(ManyMessagesMain.UNDER_WAY);
            assertThat(look.handles())
                    .as("handles after %d messages", look.sent())
                    .isLessThanOrEqualTo(first.handles() + COUNT_TOLERANCE);
        });
    }
}
