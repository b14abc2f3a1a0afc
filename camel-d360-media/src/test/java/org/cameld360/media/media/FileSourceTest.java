package org.cameld360.media.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.cameld360.media.MediaRejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {

    @TempDir
    Path folder;

    @Test
    void opensFromTheFirstByteEachTime() throws Exception {
        FileSource source = FileSource.of(file("note.txt", "Hello"));

        assertThat(source.length()).isEqualTo(5);
        assertThat(Samples.head(source, 2)).asString().isEqualTo("He");
        assertThat(Samples.head(source, 100)).asString().isEqualTo("Hello");
        source.ensureUnchanged();
    }

    @Test
    void followsLinks() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file("note.txt", "Hello"));

        assertThat(FileSource.of(link).length()).isEqualTo(5);
    }

    @Test
    void refusesAMissingFile() {
        assertRefused("file-missing", folder.resolve("gone.jpg"))
                .hasMessage("Refused 'gone.jpg': the file does not exist (any more). Was it moved or deleted?");
    }

    @Test
    void refusesALinkToNowhere() throws Exception {
        assertRefused("file-missing", Files.createSymbolicLink(folder.resolve("link.jpg"), folder.resolve("gone.jpg")));
    }

    @Test
    void refusesADirectory() throws Exception {
        assertRefused("not-a-file", Files.createDirectory(folder.resolve("photos")))
                .hasMessage("Refused 'photos': it is a directory. Give one file, or poll the directory with file:");
    }

    @Test
    void namesTheRootAndTheCurrentDirectoryWhereTheyAreGiven() {
        Path root = folder.getRoot();
        Path current = Path.of("");

        assertRefused("not-a-file", root).hasMessageContaining("'" + root + "'");
        assertRefused("not-a-file", current)
                .hasMessageContaining(Rejections.shown(current.toAbsolutePath().toString()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void refusesAPipeWithoutWaitingForItsWriter() throws Exception {
        Path pipe = folder.resolve("pipe.jpg");
        assumeThat(made("mkfifo", pipe)).isTrue();

        assertRefused("not-a-file", pipe)
                .hasMessage(
                        "Refused 'pipe.jpg': it is a pipe, a socket or a device, and only regular files can be sent."
                                + " Copy its content to a file, or give it as a stream.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesADevice() {
        assertRefused("not-a-file", Path.of("/dev/null")).hasMessageStartingWith("Refused 'null': it is a pipe,");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesAFileThatMayNotBeRead() throws Exception {
        Path file = file("secret.jpg", "Hello");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx------"));
        assumeThat(Files.isReadable(file)).as("root reads everything").isFalse();

        assertRefused("file-unreadable", file)
                .hasMessage("Refused 'secret.jpg': the file can't be read. Check its permissions.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void saysWhyWhereTheSystemCannotEvenLook() throws Exception {
        Path below = file("note.txt", "Hello").resolve("photo.jpg");

        // newer JDKs say that such a file does not exist, older ones that it can't be looked at
        MediaRejectedException refused = catchThrowableOfType(MediaRejectedException.class, () -> FileSource.of(below));
        assertThat(refused.getRule()).isIn("file-unreadable", "file-missing");
        assertThat(refused).hasMessageContaining("photo.jpg");
    }

    @Test
    void refusesAnEmptyFile() throws Exception {
        assertRefused("empty", file("empty.jpg", ""))
                .hasMessage(
                        "Refused: the file 'empty.jpg' has 0 bytes, and empty media is never sent. Check the source.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void showsAHostileNameOnOneLine() {
        assertRefused("file-missing", folder.resolve("a\nb\u202E.jpg")).hasMessageStartingWith("Refused 'a?b?.jpg': ");
    }

    @Test
    void noticesAFileThatGrew() throws Exception {
        Path file = file("note.txt", "Hello");
        FileSource source = FileSource.of(file);
        Files.writeString(file, " again", StandardOpenOption.APPEND);

        assertThatThrownBy(source::ensureUnchanged)
                .isInstanceOf(SourceChangedException.class)
                .hasMessage("the file 'note.txt' was changed while it was being sent: it had 5 bytes and now has 11");
    }

    @Test
    void noticesAFileThatShrankThoughItsTimeIsTheSame() throws Exception {
        Path file = file("note.txt", "Hello");
        FileTime time = Files.getLastModifiedTime(file);
        FileSource source = FileSource.of(file);
        Files.writeString(file, "Hi");
        Files.setLastModifiedTime(file, time);

        assertThatThrownBy(source::ensureUnchanged)
                .isInstanceOf(SourceChangedException.class)
                .hasMessageEndingWith("it had 5 bytes and now has 2");
    }

    @Test
    void noticesAFileThatWasTouched() throws Exception {
        Path file = file("note.txt", "Hello");
        FileSource source = FileSource.of(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));

        assertThatThrownBy(source::ensureUnchanged)
                .isInstanceOf(SourceChangedException.class)
                .hasMessageEndingWith("it has the same size and a new time of change");
    }

    @Test
    void noticesAFileThatWentAway() throws Exception {
        Path file = file("note.txt", "Hello");
        FileSource source = FileSource.of(file);
        Files.delete(file);

        assertThatThrownBy(source::ensureUnchanged).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(source::open).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void keepsThePathOutOfItsText() throws Exception {
        assertThat(FileSource.of(file("note.txt", "Hello"))).hasToString("file of 5 bytes");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    private static boolean made(String command, Path path) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command, path.toString()).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String rule, Path path) {
        return assertThatThrownBy(() -> FileSource.of(path))
                .isInstanceOfSatisfying(MediaRejectedException.class, e -> assertThat(e.getRule())
                        .isEqualTo(rule));
    }
}
