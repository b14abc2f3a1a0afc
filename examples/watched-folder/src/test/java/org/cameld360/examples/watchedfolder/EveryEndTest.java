package org.cameld360.examples.watchedfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cameld360.examples.watchedfolder.FakeApi.Reaction;
import org.cameld360.examples.watchedfolder.FaultyDisk.Killed;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program is ended before each thing that it does, started again, and ended before each thing that it does to recover. */
@Timeout(120)
class EveryEndTest {

    /** More than any run has. */
    private static final int ALL = 200;

    @TempDir
    private Path inbox;

    /** What the first call meets; later ones are accepted. */
    enum Course {
        ACCEPTED,
        ACCEPTED_WITHOUT_AN_ANSWER(Reaction.ACCEPTS_WITHOUT_AN_ANSWER),
        NO_ANSWER(Reaction.GIVES_NO_ANSWER),
        UNCLEAR(Reaction.IS_UNCLEAR),
        DOWN(Reaction.IS_DOWN),
        REFUSED(Reaction.REFUSES),
        KEY_REFUSED(Reaction.REFUSES_THE_KEY),
        UPLOAD_REFUSED,
        UPLOAD_EXPIRED(Reaction.IS_DOWN);

        private final List<Reaction> reactions;

        Course(Reaction... reactions) {
            this.reactions = List.of(reactions);
        }

        FakeApi api() {
            FakeApi api = new FakeApi();
            api.reactions.addAll(reactions);
            api.refusesUploads = this == UPLOAD_REFUSED;
            return api;
        }
    }

    /** The folders stay from case to case: making and removing them is what would take the time. */
    private Path newFolder() throws IOException {
        try (Stream<Path> all = Files.walk(inbox)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(inbox.resolve("a.txt"), "content");
        return inbox;
    }

    /** Returns whether it came to the end by itself. */
    private static boolean run(Path folder, FakeApi api, FaultyDisk disk, boolean powerCut) throws IOException {
        try (ProgramRun run = new ProgramRun(folder, disk, api)) {
            try {
                run.start();
                run.look();
                run.look();
                return true;
            } catch (Killed e) {
                if (powerCut) {
                    disk.cutPower();
                }
                return false;
            }
        }
    }

    /** It is ended again before it looks into the folder. Returns whether it came so far. */
    private static boolean start(Path folder, FakeApi api, int stepsToLive, boolean powerCut) throws IOException {
        FaultyDisk disk = new FaultyDisk();
        disk.stepsToLive = stepsToLive;
        try (ProgramRun run = new ProgramRun(folder, disk, api)) {
            try {
                run.start();
                return true;
            } catch (Killed e) {
                if (powerCut) {
                    disk.cutPower();
                }
                return false;
            }
        }
    }

    private static boolean run(Path folder, FakeApi api, int stepsToLive, boolean powerCut) throws IOException {
        FaultyDisk disk = new FaultyDisk();
        disk.stepsToLive = stepsToLive;
        return run(folder, api, disk, powerCut);
    }

    private static void settle(Path folder, FakeApi api) throws IOException {
        try (ProgramRun run = new ProgramRun(folder, new FaultyDisk(), api)) {
            run.start();
            for (int look = 0; look < 3; look++) {
                run.look();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itIsInDoubtOnlyWhileAMessageMayBeOnItsWay(boolean powerCut) throws IOException {
        List<String> endedBefore = new ArrayList<>();
        boolean alive = false;
        for (int end = 0; !alive; end++) {
            Path folder = newFolder();
            FakeApi api = new FakeApi();
            FaultyDisk disk = new FaultyDisk();
            disk.stepsToLive = end;
            alive = run(folder, api, disk, powerCut);
            settle(folder, api);
            if (Files.exists(folder.resolve(".in-doubt/a.txt"))) {
                endedBefore.add(disk.steps.get(disk.steps.size() - 1));
            }
        }
        // not yet forced, the line that it may leave is there unless the power was cut; so it is with the line that it
        // was sent
        List<String> written = List.of("force", "request", "answer", "write");
        List<String> onDisk = List.of("request", "answer", "write", "force");
        assertThat(endedBefore).isEqualTo(powerCut ? onDisk : written);
    }

    @ParameterizedTest
    @EnumSource
    void noFileIsLostAndNoneIsSentTwiceWheneverTheProgramIsKilled(Course course) throws IOException {
        everyPairOfEnds(course, false);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "NO_ANSWER", "DOWN", "REFUSED"})
    void norWheneverThePowerIsCut(Course course) throws IOException {
        everyPairOfEnds(course, true);
    }

    private void everyPairOfEnds(Course course, boolean powerCut) throws IOException {
        boolean alive = false;
        int first = 0;
        for (; !alive; first++) {
            boolean aliveAgain = false;
            for (int second = 0; !aliveAgain; second++) {
                Path folder = newFolder();
                FakeApi api = course.api();
                alive = run(folder, api, first, powerCut);
                if (course == Course.UPLOAD_EXPIRED) {
                    api.forgetMedia();
                }
                aliveAgain = start(folder, api, second, powerCut);
                settle(folder, api);
                check(course + ", killed before step " + first + ", then before step " + second, folder, api);
                assertThat(second).isLessThan(ALL);
            }
            assertThat(first).isLessThan(ALL);
        }
        assertThat(first).isGreaterThan(course == Course.UPLOAD_REFUSED ? 8 : 12);
    }

    private static void check(String when, Path folder, FakeApi api) throws IOException {
        Map<String, String> files = FolderContent.of(folder);
        assertThat(api.accepted).as(when).hasSizeLessThanOrEqualTo(1);
        if (files.containsKey(".sent/a.txt")) {
            assertThat(files).as(when).containsOnlyKeys(".sent/a.txt").containsValue("content");
            assertThat(api.accepted).as(when).containsExactly("content");
        } else {
            String where = files.containsKey(".failed/a.txt") ? ".failed" : ".in-doubt";
            assertThat(files).as(when).containsOnlyKeys(where + "/a.txt", where + "/a.txt.reason.txt");
            assertThat(files.get(where + "/a.txt")).as(when).isEqualTo("content");
            assertThat(files.get(where + "/a.txt.reason.txt")).as(when).contains("What happened", "What to do");
            if (where.equals(".failed")) {
                assertThat(api.accepted).as(when).isEmpty();
            }
        }
        assertNothingIsOpen(when, folder);
    }

    private static void assertNothingIsOpen(String when, Path folder) throws IOException {
        try (Journal journal = Journal.open(folder, new RealDisk())) {
            assertThat(journal.entries()).as(when).isEmpty();
        }
    }

    /** What somebody does to the folder while the program is not running. */
    enum Meddling {
        TAKES_THE_FILE_AWAY {
            @Override
            void with(Path folder) throws IOException {
                Files.deleteIfExists(folder.resolve("a.txt"));
            }
        },
        TOUCHES_THE_FILE {
            @Override
            void with(Path folder) throws IOException {
                if (Files.exists(folder.resolve("a.txt"))) {
                    Files.setLastModifiedTime(folder.resolve("a.txt"), OTHER_TIME);
                }
            }
        },
        /** A restored backup, or a disk that got another number. */
        COPIES_THE_FILE {
            @Override
            void with(Path folder) throws IOException {
                Path file = folder.resolve("a.txt");
                if (Files.exists(file)) {
                    FileTime time = Files.getLastModifiedTime(file);
                    Files.move(file, folder.resolve(".old"));
                    Files.writeString(file, "content");
                    Files.setLastModifiedTime(file, time);
                    Files.delete(folder.resolve(".old"));
                }
            }
        },
        DROPS_ANOTHER_UNDER_ITS_NAME {
            @Override
            void with(Path folder) throws IOException {
                Files.deleteIfExists(folder.resolve("a.txt"));
                Files.writeString(folder.resolve("a.txt"), "another");
            }
        },
        DROPS_THE_SAME_AGAIN_ONCE_IT_HAS_GONE {
            @Override
            void with(Path folder) throws IOException {
                if (!Files.exists(folder.resolve("a.txt"))) {
                    Files.writeString(folder.resolve("a.txt"), "content");
                    Files.setLastModifiedTime(folder.resolve("a.txt"), OTHER_TIME);
                }
            }
        };

        static final FileTime OTHER_TIME = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

        abstract void with(Path folder) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsDoneToTheFolderBeforeTheNextStart(Meddling meddling) throws IOException {
        for (Course course : List.of(Course.ACCEPTED, Course.NO_ANSWER, Course.DOWN, Course.UPLOAD_REFUSED)) {
            boolean alive = false;
            for (int first = 0; !alive; first++) {
                Path folder = newFolder();
                FakeApi api = course.api();
                alive = run(folder, api, first, false);
                boolean wasThere = Files.exists(folder.resolve("a.txt"));
                meddling.with(folder);
                settle(folder, api);
                String when = course + ", " + meddling + ", killed before step " + first;
                checkAfter(meddling, when, folder, api, wasThere);
                assertNothingIsOpen(when, folder);
            }
        }
    }

    private static void checkAfter(Meddling meddling, String when, Path folder, FakeApi api, boolean wasThere)
            throws IOException {
        Map<String, String> files = FolderContent.of(folder);
        List<String> kept = new ArrayList<>(files.values());
        kept.removeIf(text -> text.contains("What happened"));
        boolean doubtIsTold = files.keySet().stream().anyMatch(name -> name.startsWith(".in-doubt/"));
        boolean sentIsKept = files.keySet().stream().anyMatch(name -> name.startsWith(".sent/"));
        boolean another = api.accepted.contains("another");
        long sent = count(api.accepted, "content");

        switch (meddling) {
            case TAKES_THE_FILE_AWAY -> {
                assertThat(sent).as(when).isLessThanOrEqualTo(1);
                assertThat(kept).as(when).hasSize(wasThere ? 0 : 1);
            }
            case TOUCHES_THE_FILE, COPIES_THE_FILE -> {
                assertThat(sent).as(when).isLessThanOrEqualTo(1);
                assertThat(kept).as(when).containsExactly("content");
            }
            case DROPS_ANOTHER_UNDER_ITS_NAME -> {
                assertThat(sent).as(when).isLessThanOrEqualTo(1);
                assertThat(count(api.accepted, "another")).as(when).isLessThanOrEqualTo(1);
                assertThat(count(kept, "another")).as(when).isEqualTo(1);
                assertThat(another || !files.containsKey(".sent/a.txt") || !"another".equals(files.get(".sent/a.txt")))
                        .as(when)
                        .isTrue();
            }
            case DROPS_THE_SAME_AGAIN_ONCE_IT_HAS_GONE -> {
                assertThat(kept).as(when).hasSize(wasThere ? 1 : 2).containsOnly("content");
                assertThat(sent).as(when).isLessThanOrEqualTo(wasThere ? 1 : 2);
            }
        }
        // Each message is accounted for: by its file among the sent ones, by one in doubt, or the file was taken away
        // after the send
        if (sent == 1 && !sentIsKept && !doubtIsTold) {
            assertThat(wasThere).as(when).isTrue();
            assertThat(meddling).as(when).isIn(Meddling.TAKES_THE_FILE_AWAY, Meddling.DROPS_ANOTHER_UNDER_ITS_NAME);
        }
    }

    private static long count(Collection<String> texts, String text) {
        return texts.stream().filter(text::equals).count();
    }
}
