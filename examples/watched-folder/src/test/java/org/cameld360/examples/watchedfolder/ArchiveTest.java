package org.cameld360.examples.watchedfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    @TempDir
    private Path inbox;

    private Archive archive;

    @BeforeEach
    void prepare() throws IOException {
        archive = new Archive(inbox, new SettableClock("2026-11-23T13:03:35Z"));
        archive.prepare();
    }

    private Path drop(String name, String content) throws IOException {
        Path file = inbox.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    @Test
    void keepsTheSubfolder() throws IOException {
        assertThat(archive.keepSent(drop("4915112345678/a.jpg", "a")))
                .isEqualTo(inbox.resolve(".sent/4915112345678/a.jpg"));
    }

    @Test
    void neverOverwritesWhatWasSentBefore() throws IOException {
        for (String content : new String[] {"1", "2", "3"}) {
            archive.keepSent(drop("a.jpg", content));
        }
        assertThat(inbox.resolve(".sent/a.jpg")).hasContent("1");
        assertThat(inbox.resolve(".sent/a-20261123-130335.jpg")).hasContent("2");
        assertThat(inbox.resolve(".sent/a-20261123-130335-2.jpg")).hasContent("3");
    }

    @Test
    void putsTheReasonBesideTheFile() throws IOException {
        archive.keepFailed(drop("a.jpg", "1"), "why");
        archive.keepFailed(drop("a.jpg", "2"), "why again");
        assertThat(inbox.resolve(".failed/a.jpg")).hasContent("1");
        assertThat(inbox.resolve(".failed/a.jpg.reason.txt")).hasContent("why");
        assertThat(inbox.resolve(".failed/a-20261123-130335.jpg")).hasContent("2");
        assertThat(inbox.resolve(".failed/a-20261123-130335.jpg.reason.txt")).hasContent("why again");
    }

    @Test
    void tellsAFailedFileFromTheReasonOfAnother() throws IOException {
        archive.keepFailed(drop("a.reason.txt", "a file"), "why the file");
        archive.keepFailed(drop("a", "another file"), "why the other");
        assertThat(inbox.resolve(".failed/a.reason.txt")).hasContent("a file");
        assertThat(inbox.resolve(".failed/a.reason.txt.reason.txt")).hasContent("why the file");
        assertThat(inbox.resolve(".failed/a-20261123-130335")).hasContent("another file");
        assertThat(inbox.resolve(".failed/a-20261123-130335.reason.txt")).hasContent("why the other");
    }

    @Test
    void shortensANameThatLeavesNoRoomForTheReason() throws IOException {
        Path kept = archive.keepFailed(drop("x".repeat(251) + ".jpg", "x"), "why");
        assertThat(kept).hasContent("x");
        assertThat(kept.resolveSibling(kept.getFileName() + ".reason.txt")).hasContent("why");
    }

    @Test
    void goesAroundAFileInTheFoldersPlace() throws IOException {
        archive.keepSent(drop("4915112345678", "file"));
        Files.deleteIfExists(inbox.resolve("4915112345678"));
        assertThat(archive.keepSent(drop("4915112345678/a.jpg", "a"))).isEqualTo(inbox.resolve(".sent/a.jpg"));
    }

    @Test
    void leavesNoTraceWhereItCannotMove() {
        Path missing = inbox.resolve("missing.jpg");
        assertThatThrownBy(() -> archive.keepFailed(missing, "why")).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> archive.keepSent(missing)).isInstanceOf(NoSuchFileException.class);
        assertThat(inbox.resolve(".failed")).isEmptyDirectory();
        assertThat(inbox.resolve(".sent")).isEmptyDirectory();
    }
}
