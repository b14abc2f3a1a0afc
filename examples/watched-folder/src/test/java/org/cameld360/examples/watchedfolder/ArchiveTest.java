package org.cameld360.examples.watchedfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threeten.extra.MutableClock;

class ArchiveTest {

    @TempDir
    private Path inbox;

    private Archive archive;

    @BeforeEach
    void prepare() throws IOException {
        archive = new Archive(
                inbox, MutableClock.of(Instant.parse("2026-11-23T13:03:35Z"), ZoneOffset.UTC), new RealDisk());
        archive.prepare();
    }

    private Path drop(String name, String content) throws IOException {
        Path file = inbox.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private Path keep(Outcome outcome, Path file, String reason) throws IOException {
        Path place = archive.freePlace(outcome, file);
        assertThat(archive.put(file, place, outcome, reason, put -> true)).isTrue();
        return place;
    }

    private Path keepSent(Path file) throws IOException {
        return keep(Outcome.SENT, file, null);
    }

    private Path keepFailed(Path file, String reason) throws IOException {
        return keep(Outcome.REFUSED, file, reason);
    }

    @Test
    void keepsTheSubfolder() throws IOException {
        assertThat(keepSent(drop("4915112345678/a.jpg", "a"))).isEqualTo(inbox.resolve(".sent/4915112345678/a.jpg"));
    }

    @Test
    void neverOverwritesWhatWasSentBefore() throws IOException {
        for (String content : new String[] {"1", "2", "3"}) {
            keepSent(drop("a.jpg", content));
        }
        assertThat(inbox.resolve(".sent/a.jpg")).hasContent("1");
        assertThat(inbox.resolve(".sent/a-20261123-130335.jpg")).hasContent("2");
        assertThat(inbox.resolve(".sent/a-20261123-130335-2.jpg")).hasContent("3");
    }

    @Test
    void putsTheReasonBesideTheFile() throws IOException {
        keepFailed(drop("a.jpg", "1"), "why");
        keepFailed(drop("a.jpg", "2"), "why again");
        assertThat(inbox.resolve(".failed/a.jpg")).hasContent("1");
        assertThat(inbox.resolve(".failed/a.jpg.reason.txt")).hasContent("why");
        assertThat(inbox.resolve(".failed/a-20261123-130335.jpg")).hasContent("2");
        assertThat(inbox.resolve(".failed/a-20261123-130335.jpg.reason.txt")).hasContent("why again");
    }

    @Test
    void tellsAFailedFileFromTheReasonOfAnother() throws IOException {
        keepFailed(drop("a.reason.txt", "a file"), "why the file");
        keepFailed(drop("a", "another file"), "why the other");
        assertThat(inbox.resolve(".failed/a.reason.txt")).hasContent("a file");
        assertThat(inbox.resolve(".failed/a.reason.txt.reason.txt")).hasContent("why the file");
        assertThat(inbox.resolve(".failed/a-20261123-130335")).hasContent("another file");
        assertThat(inbox.resolve(".failed/a-20261123-130335.reason.txt")).hasContent("why the other");
    }

    @Test
    void shortensANameThatLeavesNoRoomForTheReason() throws IOException {
        Path kept = keepFailed(drop("x".repeat(251) + ".jpg", "x"), "why");
        assertThat(kept).hasContent("x");
        assertThat(kept.resolveSibling(kept.getFileName() + ".reason.txt")).hasContent("why");
    }

    @Test
    void goesAroundAFileInTheFoldersPlace() throws IOException {
        keepSent(drop("4915112345678", "file"));
        Files.deleteIfExists(inbox.resolve("4915112345678"));
        assertThat(keepSent(drop("4915112345678/a.jpg", "a"))).isEqualTo(inbox.resolve(".sent/a.jpg"));
    }

    @Test
    void leavesNoTraceWhereItCannotMove() {
        Path missing = inbox.resolve("missing.jpg");
        assertThatThrownBy(() -> keepFailed(missing, "why")).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> keepSent(missing)).isInstanceOf(NoSuchFileException.class);
        assertThat(inbox.resolve(".failed")).isEmptyDirectory();
        assertThat(inbox.resolve(".sent")).isEmptyDirectory();
    }

    @Test
    void bringsBackWhatWasPutThereInTheLastMoment() throws IOException {
        Path file = drop("a.jpg", "another");
        Path place = archive.freePlace(Outcome.REFUSED, file);

        assertThat(archive.put(file, place, Outcome.REFUSED, "why", put -> false))
                .isFalse();

        assertThat(file).hasContent("another");
        assertThat(inbox.resolve(".failed")).isEmptyDirectory();
    }

    @Test
    void movesToAnotherDiskByACopyThatIsThereAsAWhole() throws IOException {
        FaultyDisk disk = new FaultyDisk();
        disk.otherFileSystem = inbox.resolve(".sent");
        archive = new Archive(inbox, MutableClock.of(Instant.parse("2026-11-23T13:03:35Z"), ZoneOffset.UTC), disk);
        Path file = drop("4915112345678/a.jpg", "a");
        FileTime modified = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, modified);

        assertThat(keepSent(file)).hasContent("a").satisfies(kept -> assertThat(Files.getLastModifiedTime(kept))
                .isEqualTo(modified));

        assertThat(file).doesNotExist();
        assertThat(inbox.resolve(".sent").toFile().list()).containsExactly("4915112345678");
        assertThat(disk.steps).contains("copy", "rename", "delete");
    }

    @Test
    void noticesAFolderThatCannotBeWrittenTo() throws IOException {
        Path sent = inbox.resolve(".sent");
        assumeThat(sent.toFile().setWritable(false) && !Files.isWritable(sent))
                .as("this user may write everywhere")
                .isTrue();
        try {
            assertThatThrownBy(archive::prepare).isInstanceOf(AccessDeniedException.class);
        } finally {
            assertThat(sent.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void noticesAFileInThePlaceOfAFolder() throws IOException {
        Files.delete(inbox.resolve(".sent"));
        Files.createFile(inbox.resolve(".sent"));
        assertThatThrownBy(archive::prepare).isInstanceOf(FileAlreadyExistsException.class);
    }
}
