package org.cameld360.examples.watchedfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cameld360.examples.watchedfolder.Problem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threeten.extra.MutableClock;

class OnceTest {

    @TempDir
    private Path inbox;

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private final AtomicBoolean finished = new AtomicBoolean();

    private Once once(String... names) throws IOException {
        Set<File> files = new HashSet<>();
        for (String name : names) {
            files.add(Files.createFile(inbox.resolve(name)).toFile());
        }
        return new Once(files, clock, Duration.ofMinutes(1), () -> finished.set(true));
    }

    private File file(String name) {
        return inbox.resolve(name).toFile();
    }

    private static Problem problem(Kind kind) {
        return new Problem(kind, "why", null);
    }

    @Test
    void endsAtOnceWhereNothingIsThere() throws IOException {
        Once once = once();
        once.looked();
        assertThat(finished).isTrue();
        assertThat(once.sentEverything()).isTrue();
    }

    @Test
    void endsWhenTheLastFileIsSent() throws IOException {
        Once once = once("a", "b");
        once.settled(file("a"), true);
        once.looked();
        assertThat(finished).isFalse();
        once.settled(file("b"), true);
        once.looked();
        assertThat(finished).isTrue();
        assertThat(once.sentEverything()).isTrue();
    }

    @Test
    void leavesWhatComesLaterEvenUnderTheSameName() throws IOException {
        Once once = once("a");
        assertThat(once.allows(file("a"))).isTrue();
        assertThat(once.allows(file("b"))).isFalse();
        once.settled(file("a"), true);
        assertThat(once.allows(file("a"))).isFalse();
    }

    @Test
    void failsWhereAFileWasRefused() throws IOException {
        Once once = once("a");
        once.settled(file("a"), false);
        once.looked();
        assertThat(finished).isTrue();
        assertThat(once.sentEverything()).isFalse();
    }

    @Test
    void goesOnAfterOnePassingProblemAndGivesUpAfterThreeInARow() throws IOException {
        Once once = once("a", "b", "c", "d", "e");
        once.putOff(file("a"), problem(Kind.PASSING));
        once.putOff(file("b"), problem(Kind.PASSING));
        assertThat(once.allows(file("c"))).isTrue();
        once.settled(file("c"), true);
        once.putOff(file("d"), problem(Kind.PASSING));
        assertThat(once.allows(file("e"))).isTrue();
        once.putOff(file("e"), problem(Kind.PASSING));
        once.looked();
        assertThat(finished).isTrue();
        assertThat(once.sentEverything()).isFalse();
    }

    @Test
    void givesUpAtOnceWhereEveryFileWouldFail() throws IOException {
        Once once = once("a", "b");
        once.putOff(file("a"), problem(Kind.BLOCKED));
        assertThat(once.allows(file("b"))).isFalse();
        once.looked();
        assertThat(finished).isTrue();
        assertThat(once.notTried()).containsExactly(file("b"));
    }

    @Test
    void waitsForAnUnfinishedFileButNotForEver() throws IOException {
        Once once = once("a");
        clock.add(Duration.ofSeconds(59));
        once.looked();
        assertThat(finished).isFalse();
        clock.add(Duration.ofSeconds(1));
        once.looked();
        assertThat(finished).isTrue();
        assertThat(once.sentEverything()).isFalse();
    }

    @Test
    void doesNotWaitForAFileThatIsGone() throws IOException {
        Once once = once("a");
        Files.delete(inbox.resolve("a"));
        once.looked();
        assertThat(finished).isTrue();
        assertThat(once.sentEverything()).isFalse();
    }

    @Test
    void failsWhereAFolderCannotBeLookedInto() throws IOException {
        File folder = Files.createDirectory(inbox.resolve("closed")).toFile();
        Once once = new Once(Set.of(folder), clock, Duration.ofMinutes(1), () -> finished.set(true));
        once.looked();
        assertThat(finished).isTrue();
        assertThat(once.sentEverything()).isFalse();
    }
}
