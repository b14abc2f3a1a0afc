package org.cameld360.examples.watchedfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.cameld360.examples.watchedfolder.FakeApi.Reaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a file in each case, without a route. */
class LedgerTest {

    @TempDir
    private Path folder;

    private final FaultyDisk disk = new FaultyDisk();
    private final FakeApi api = new FakeApi();

    private ProgramRun run() throws IOException {
        ProgramRun run = new ProgramRun(folder, disk, api);
        run.start();
        run.look();
        return run;
    }

    private Path drop(String content) throws IOException {
        return Files.writeString(folder.resolve("a.txt"), content);
    }

    @Test
    void sendsTheSameFileEachTimeItIsDropped() throws IOException {
        try (ProgramRun run = run()) {
            for (int i = 0; i < 3; i++) {
                drop("content");
                run.look();
                run.look();
            }
        }
        assertThat(api.accepted).containsExactly("content", "content", "content");
        assertThat(FolderContent.of(folder)).hasSize(3);
    }

    @Test
    void usesAnUploadForTheNextAttempt() throws IOException {
        api.reactions.add(Reaction.IS_DOWN);
        api.reactions.add(Reaction.REFUSES_THE_KEY);
        drop("content");
        try (ProgramRun run = run()) {
            run.look();
            run.look();
        }
        assertThat(api.uploads).isEqualTo(1);
        assertThat(api.accepted).containsExactly("content");
    }

    @Test
    void uploadsAnewWhatIsForgottenThereButNotForEver() throws IOException {
        api.reactions.add(Reaction.IS_DOWN);
        api.reactions.add(Reaction.KNOWS_NO_SUCH_MEDIA);
        api.reactions.add(Reaction.KNOWS_NO_SUCH_MEDIA);
        drop("content");
        try (ProgramRun run = run()) {
            run.look();
            run.look();
            run.look();
        }
        assertThat(api.uploads).isEqualTo(2);
        assertThat(FolderContent.of(folder)).containsOnlyKeys(".failed/a.txt", ".failed/a.txt.reason.txt");
    }

    @Test
    void bringsBackAFileThatTookThePlaceInTheMomentOfTheMove() throws IOException {
        Path file = drop("content");
        disk.fails = step -> {
            if (step.equals("rename") && api.accepted.size() == 1) {
                replace(file, "another");
            }
            return false;
        };
        try (ProgramRun run = run()) {
            assertThat(file).hasContent("another");
            assertThat(folder.resolve(".sent")).isEmptyDirectory();
            disk.fails = step -> false;
            run.look();
            assertThat(run.lines()).anyMatch(line -> line.contains("what is there now goes as well"));
        }
        assertThat(api.accepted).containsExactly("content", "another");
        assertThat(FolderContent.of(folder)).containsOnlyKeys(".sent/a.txt");
    }

    private static void replace(Path file, String content) {
        try {
            Path other = Files.writeString(file.resolveSibling(".other"), content);
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void doesNotSendWhatItCouldNotMoveUnlessAnotherIsPutThere() throws IOException {
        Path file = drop("content");
        disk.fails = step -> step.equals("rename") && api.accepted.size() == 1;
        try (ProgramRun run = run()) {
            run.look();
            Files.setLastModifiedTime(file, FileTime.fromMillis(0));
            run.look();
            assertThat(api.accepted).containsExactly("content");
            drop("another");
            disk.fails = step -> false;
            run.look();
        }
        assertThat(api.accepted).containsExactly("content", "another");
        assertThat(FolderContent.of(folder)).containsOnlyKeys(".sent/a.txt");
    }

    @Test
    void keepsAReasonWhereverItHasToGo() throws IOException {
        Files.createDirectories(folder.resolve(".in-doubt"));
        Files.writeString(folder.resolve(".in-doubt/a.txt"), "an older one");
        api.reactions.add(Reaction.GIVES_NO_ANSWER);
        drop("content");
        run().close();
        assertThat(FolderContent.of(folder))
                .hasSize(3)
                .containsEntry(".in-doubt/a.txt", "an older one")
                .containsValue("content");
    }

    @Test
    void movesAcrossFileSystemsWithoutLosingOrRepeatingAnythingWheneverItIsKilled() throws IOException {
        boolean alive = false;
        for (int end = 0; !alive; end++) {
            Path inbox = Files.createDirectory(folder.resolve("case" + end));
            Files.writeString(inbox.resolve("a.txt"), "content");
            FakeApi ownApi = new FakeApi();
            FaultyDisk dying = new FaultyDisk();
            dying.otherFileSystem = inbox.resolve(".sent");
            dying.stepsToLive = end;
            try (ProgramRun run = new ProgramRun(inbox, dying, ownApi)) {
                run.start();
                run.look();
                alive = true;
            } catch (FaultyDisk.Killed e) {
                alive = false;
            }
            dying.stepsToLive = Integer.MAX_VALUE;
            try (ProgramRun run = new ProgramRun(inbox, dying, ownApi)) {
                run.start();
                run.look();
            }
            assertThat(ownApi.accepted).as("ended before step %s", end).hasSizeLessThanOrEqualTo(1);
            assertThat(FolderContent.of(inbox).values().stream().filter("content"::equals))
                    .as("ended before step %s", end)
                    .hasSize(1);
            assertThat(inbox.resolve("a.txt")).doesNotExist();
        }
    }
}
