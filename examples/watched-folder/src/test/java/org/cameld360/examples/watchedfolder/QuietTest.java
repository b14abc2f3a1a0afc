package org.cameld360.examples.watchedfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.MutableClock;

class QuietTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private final Quiet quiet = new Quiet(clock, Duration.ofSeconds(2));
    private final File file = new File("photo.jpg");

    private FileState state(long size, String modified) {
        return new FileState(size, Instant.parse(modified), null);
    }

    @Test
    void takesAtOnceWhatHasLainThere() {
        assertThat(quiet.isComplete(file, state(5, "2026-11-23T11:59:58Z"))).isTrue();
    }

    @Test
    void waitsUntilNothingHasChangedForAWhile() {
        assertThat(quiet.isComplete(file, state(5, "2026-11-23T12:00:00Z"))).isFalse();
        clock.add(SECOND);
        assertThat(quiet.isComplete(file, state(9, "2026-11-23T12:00:01Z"))).isFalse();
        clock.add(SECOND);
        assertThat(quiet.isComplete(file, state(9, "2026-11-23T12:00:01Z"))).isFalse();
        clock.add(SECOND);
        assertThat(quiet.isComplete(file, state(9, "2026-11-23T12:00:01Z"))).isTrue();
    }

    @Test
    void takesAFileFromAClockThatIsAhead() {
        FileState ahead = state(5, "2030-01-01T00:00:00Z");
        assertThat(quiet.isComplete(file, ahead)).isFalse();
        clock.add(SECOND.multipliedBy(2));
        assertThat(quiet.isComplete(file, ahead)).isTrue();
    }

    @Test
    void givesAnEmptyFileMoreTimeToFill() {
        FileState empty = state(0, "2026-11-23T12:00:00Z");
        clock.add(SECOND.multipliedBy(9));
        assertThat(quiet.isComplete(file, empty)).isFalse();
        clock.add(SECOND);
        assertThat(quiet.isComplete(file, empty)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.jpg.part", "photo.jpg.crdownload", "photo.jpg.filepart"})
    void leavesUnfinishedDownloadsAlone(String name) {
        assertThat(quiet.isComplete(new File(name), state(5, "2020-01-01T00:00:00Z")))
                .isFalse();
    }

    @Test
    void leavesThePlaceholderOfADownloadAlone(@TempDir Path folder) throws IOException {
        File placeholder = folder.resolve("photo.jpg").toFile();
        Path download = Files.createFile(folder.resolve("photo.jpg.part"));
        FileState empty = state(0, "2020-01-01T00:00:00Z");
        assertThat(quiet.isComplete(placeholder, empty)).isFalse();
        Files.delete(download);
        assertThat(quiet.isComplete(placeholder, empty)).isTrue();
    }
}
