package org.cameld360.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.MutableClock;

class FileMediaStoreTest extends MediaStoreContract {

    /** Makes a line of 1.3 kB, so that the file is soon written anew. */
    private static final String LONG_ID = "\u20ac".repeat(250);

    private static final int LINES_UNTIL_WRITTEN_ANEW = 250;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("ids");
    }

    @Override
    FileMediaStore newStore() throws IOException {
        return new FileMediaStore(file());
    }

    @Test
    void remembersWhenItIsOpenedAnew() throws IOException {
        newStore().put(key(1), media("1"));
        newStore().put(key(2), media("2"));
        newStore().forget("1");

        assertThat(newStore().find(key(1))).isNull();
        assertThat(newStore().find(key(2))).isEqualTo(media("2"));
    }

    @Test
    void writesLinesThatCanBeRead() throws IOException {
        FileMediaStore store = newStore();
        store.put(key(1), new StoredMedia("683552f2 \u00e4", Instant.parse("2026-12-20T10:15:30.5Z")));
        store.forget("1166846181421424");

        List<String> lines = Files.readAllLines(file());
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).matches("# camel-d360-media: media ids, version 1, [0-9a-f-]{36}");
        assertThat(lines.get(1)).matches("put " + key(1) + " 2026-12-20T10:15:30.500Z 683552f2%0020%00e4 [0-9a-f]{8}");
        assertThat(lines.get(2)).matches("forget 1166846181421424 [0-9a-f]{8}");
    }

    @Test
    void writesTheLinesThatTheDocumentationShows() throws IOException {
        String page = Files.readString(Path.of("../docs/reuse.md"));
        String shown =
                page.substring(page.indexOf("    # camel-d360-media: media ids"), page.indexOf("\n\n- A killed"));
        List<String> lines = shown.lines().map(String::strip).toList();
        Files.writeString(file(), lines.get(0) + '\n' + lines.get(1) + '\n');
        String key = lines.get(1).split(" ")[1];
        StoredMedia media = newStore().find(key);
        assertThat(media).isEqualTo(new StoredMedia("1166846181421424", Instant.parse("2026-12-20T10:15:30.5Z")));

        Files.writeString(file(), lines.get(0) + '\n');
        newStore().put(key, media);
        newStore().forget(media.mediaId());
        assertThat(Files.readAllLines(file())).isEqualTo(lines);
    }

    @Test
    void seesWhatAnotherHasPutForgottenAndWrittenAnew() throws IOException {
        FileMediaStore one = newStore();
        FileMediaStore other = newStore();
        one.put(key(1), media("1"));
        one.put(key(2), media("2"));
        assertThat(other.find(key(1))).isEqualTo(media("1"));
        other.forget("1");
        assertThat(one.find(key(1))).isNull();
        writeAnew(other);

        assertThat(one.find(key(2))).isEqualTo(media("2"));
        one.put(key(4), media("4"));
        assertThat(other.find(key(4))).isEqualTo(media("4"));
        assertThat(newStore().find(key(2))).isEqualTo(media("2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9, 50, 100})
    void skipsALastLineThatWasTorn(int tornBytes) throws IOException {
        FileMediaStore running = newStore();
        running.put(key(1), media("1"));
        running.put(key(2), media("2"));
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - tornBytes);
        }
        FileMediaStore store = newStore();

        assertThat(store.find(key(1))).isEqualTo(media("1"));
        assertThat(store.find(key(2))).isNull();
        store.put(key(3), media("3"));
        running.put(key(4), media("4"));
        assertThat(newStore().find(key(1))).isEqualTo(media("1"));
        assertThat(newStore().find(key(2))).isNull();
        assertThat(newStore().find(key(3))).isEqualTo(media("3"));
        assertThat(newStore().find(key(4))).isEqualTo(media("4"));
        assertThat(running.find(key(3))).isEqualTo(media("3"));
    }

    @Test
    void takesALastLineThatOnlyLacksItsEnd() throws IOException {
        newStore().put(key(1), media("1"));
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 1);
        }
        newStore().put(key(2), media("2"));

        assertThat(newStore().find(key(1))).isEqualTo(media("1"));
        assertThat(newStore().find(key(2))).isEqualTo(media("2"));
    }

    @Test
    void skipsEveryDamagedLineWhereverTheDamageIs() throws IOException {
        FileMediaStore store = newStore();
        store.put(key(1), media("1"));
        store.put(key(2), media("2"));
        store.put(key(3), media("3"));
        byte[] bytes = Files.readAllBytes(file());
        int start = Lines.HEADER_LENGTH + (bytes.length - Lines.HEADER_LENGTH) / 3;
        int end = start + (bytes.length - Lines.HEADER_LENGTH) / 3 - 1;
        for (int i = start; i < end; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 1;
            Files.write(file(), damaged);
            FileMediaStore reader = newStore();
            assertThat(reader.find(key(1))).isEqualTo(media("1"));
            assertThat(reader.find(key(2))).as("byte %d", i).isNull();
            assertThat(reader.find(key(3))).isEqualTo(media("3"));
        }
    }

    @Test
    void skipsWhatIsNoLineHoweverLongAndGetsRidOfIt() throws IOException {
        newStore().put(key(1), media("1"));
        String sealedNonsense = "put " + key(2) + " tomorrow 2 ";
        for (String rubbish : List.of(
                "\0".repeat(5_000) + '\n',
                "x".repeat(3_000_000) + '\n',
                "\n\n\n",
                "put\n",
                sealedNonsense + "\n",
                "\u00e4".repeat(99))) {
            Files.writeString(file(), rubbish, StandardOpenOption.APPEND);
        }
        FileMediaStore store = newStore();
        store.put(key(3), media("3"));

        assertThat(store.find(key(1))).isEqualTo(media("1"));
        assertThat(store.find(key(2))).isNull();
        assertThat(newStore().find(key(3))).isEqualTo(media("3"));
        assertThat(Files.size(file())).isLessThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "my notes\n",
                "# camel-d360-media: media ids, version 2, 683552f2-2f6c-4c4e-8b1a-0d1f2a3b4c5d\n"
            })
    void leavesAFileAsItIsThatHoldsSomethingElse(String content) throws IOException {
        Files.writeString(file(), content);

        assertThatThrownBy(this::newStore)
                .isInstanceOf(IOException.class)
                .hasMessage("The file of media ids " + file()
                        + " can't be written: it holds something else, which is left as it"
                        + " is. Name another file, or move this one away.");
        assertThat(file()).hasContent(content);
        assertOnlyFile();
    }

    @Test
    void leavesAFileAsItIsThatSomethingElseWasWrittenTo() throws IOException {
        FileMediaStore store = newStore();
        store.put(key(1), media("1"));
        Files.writeString(file(), "my notes\n");

        assertThatThrownBy(() -> store.find(key(1))).hasMessageContaining("holds something else");
        assertThatThrownBy(() -> store.put(key(1), media("2"))).hasMessageContaining("holds something else");
        assertThat(file()).hasContent("my notes\n");
        Files.delete(file());
        assertThat(store.find(key(1))).isNull();
    }

    @Test
    void startsAnewWhereTheFileWasEmptiedRemovedOrPutBack() throws IOException {
        FileMediaStore store = newStore();
        store.put(key(1), media("1"));
        Path backup = folder.resolve("backup");
        Files.copy(file(), backup);
        store.put(key(2), media("2"));
        Files.copy(backup, file(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(store.find(key(1))).isEqualTo(media("1"));
        assertThat(store.find(key(2))).isNull();

        Files.write(file(), new byte[0]);
        assertThat(store.find(key(1))).isNull();
        store.put(key(3), media("3"));
        assertThat(store.find(key(3))).isEqualTo(media("3"));

        Files.delete(file());
        assertThat(store.find(key(3))).isNull();
        store.put(key(4), media("4"));
        assertThat(newStore().find(key(4))).isEqualTo(media("4"));
    }

    @Test
    void staysSmallInMemoryAndOnDisk() throws IOException {
        FileMediaStore store = new FileMediaStore(file(), 50);
        long largest = 0;
        for (int i = 0; i < 5_000; i++) {
            store.put(key(i), media("id-" + i));
            largest = Math.max(largest, Files.size(file()));
        }

        assertThat(largest).isBetween(200_000L, 257_000L);
        assertThat(store.find(key(4_949))).isNull();
        assertThat(store.find(key(4_950))).isNotNull();
        assertThat(store.find(key(4_999))).isNotNull();
        assertOnlyFile();
    }

    @Test
    void writesAnewOnlyWhatIsStillOfUse() throws IOException {
        MutableClock clock = MutableClock.of(Instant.now(), ZoneOffset.UTC);
        FileMediaStore store = new FileMediaStore(file(), 1_000, Duration.ofSeconds(5), clock);
        store.put(key(1), new StoredMedia("expired", clock.instant().plus(Duration.ofDays(1))));
        store.put(key(2), media("forgotten"));
        store.put(key(3), media("overwritten"));
        store.put(key(3), media("kept"));
        store.forget("forgotten");
        clock.add(Duration.ofDays(2));
        writeAnew(store);

        assertThat(Files.readString(file()))
                .contains(" kept ")
                .doesNotContain(" expired ", " forgotten ", " overwritten ");
    }

    @Test
    void isNotDisturbedByWhatACrashLeftBehind() throws IOException {
        Files.writeString(folder.resolve("ids.new"), "half of it");
        FileMediaStore store = newStore();
        store.put(key(1), media("1"));
        writeAnew(store);

        assertThat(store.find(key(1))).isEqualTo(media("1"));
        assertOnlyFile();
    }

    @Test
    void onlyTheOwnerMayReadItUnlessSomebodySaysOtherwise() throws IOException {
        assumeTrue(file().getFileSystem().supportedFileAttributeViews().contains("posix"));
        FileMediaStore store = newStore();
        assertThat(permissions()).isEqualTo("rw-------");

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw----"));
        writeAnew(store);
        assertThat(permissions()).isEqualTo("rw-rw----");
    }

    @Test
    void makesTheFoldersAboveIt() throws IOException {
        Path deep = folder.resolve("a/b/ids");
        new FileMediaStore(deep).put(key(1), media("1"));

        assertThat(new FileMediaStore(deep.toString()).find(key(1))).isEqualTo(media("1"));
    }

    @Test
    void isOneFileUnderAllItsNames() throws IOException {
        Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        FileMediaStore one = new FileMediaStore(folder.resolve("real/ids"));
        FileMediaStore other = new FileMediaStore(link.resolve("ids"));
        Path linkToFile = Files.createSymbolicLink(folder.resolve("link-to-file"), folder.resolve("real/ids"));
        FileMediaStore third = new FileMediaStore(linkToFile);
        one.put(key(1), media("1"));
        writeAnew(third, linkToFile);
        other.put(key(2), media("2"));

        assertThat(third.find(key(1))).isEqualTo(media("1"));
        assertThat(one.find(key(2))).isEqualTo(media("2"));
        assertThat(linkToFile).isSymbolicLink();
    }

    @Test
    void saysThatAFolderIsNoFile() {
        assertThatThrownBy(() -> new FileMediaStore(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("no regular file");
    }

    @Test
    void saysThatAFileIsNoFolder() throws IOException {
        newStore();
        assertThatThrownBy(() -> new FileMediaStore(file().resolve("ids")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("can't be opened");
    }

    @Test
    void saysThatAFolderMayNotBeWritten() throws IOException {
        assumeTrue(file().getFileSystem().supportedFileAttributeViews().contains("posix"));
        FileMediaStore store = newStore();
        store.put(key(1), media("1"));
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--------"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
        try {
            assumeFalse(Files.isWritable(folder), "the administrator may do everything");
            assertThatThrownBy(() -> store.put(key(2), media("2")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("can't be written");
            assertThat(store.find(key(1))).isEqualTo(media("1"));
            assertThat(store.find(key(2))).isNull();
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void staysAsItIsWhereItCanNotBeWrittenAnew() throws IOException {
        FileMediaStore store = newStore();
        store.put(key(1), media("1"));
        Path inTheWay = Files.createDirectories(folder.resolve("ids.new/full"));

        assertThatThrownBy(() -> writeAnew(store))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("can't be written")
                .hasMessageContaining("ids.new");
        assertThat(Files.size(file())).isLessThan(258_000);
        assertThat(store.find(key(1))).isEqualTo(media("1"));
        assertThatThrownBy(() -> store.put(key(2), media("2"))).isInstanceOf(IOException.class);
        assertThat(store.find(key(2))).isNull();

        Files.delete(inTheWay);
        store.put(key(2), media("2"));
        assertThat(store.find(key(1))).isEqualTo(media("1"));
        assertThat(newStore().find(key(2))).isEqualTo(media("2"));
        assertOnlyFile();
    }

    @Test
    void saysThatItsFolderIsGone() throws IOException {
        FileMediaStore store = new FileMediaStore(folder.resolve("sub/ids"));
        store.put(key(1), media("1"));
        Files.delete(folder.resolve("sub/ids"));
        Files.delete(folder.resolve("sub"));

        assertThat(store.find(key(1))).isNull();
        assertThatThrownBy(() -> store.put(key(1), media("1"))).hasMessageContaining("NoSuchFileException");
    }

    @Test
    void givesUpWhereAnotherKeepsTheLockAndStillReads() throws IOException {
        FileMediaStore store = new FileMediaStore(file(), 10, Duration.ofMillis(100), Clock.systemUTC());
        store.put(key(1), media("1"));
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> store.put(key(2), media("2")))
                    .isInstanceOf(IOException.class)
                    .hasMessageEndingWith("another process has held it for 100 ms.");
            assertThat(store.find(key(1))).isEqualTo(media("1"));
        }
        store.put(key(2), media("2"));
        assertThat(store.find(key(2))).isEqualTo(media("2"));
    }

    @Test
    void isOfUseAfterAThreadWasInterrupted() throws IOException {
        FileMediaStore store = newStore();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> store.put(key(1), media("1")))
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).as("the thread still knows").isTrue();

        store.put(key(1), media("1"));
        assertThat(store.find(key(1))).isEqualTo(media("1"));
    }

    @Test
    void holdsNoFileOpen() throws IOException {
        Path handles = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(handles));
        FileMediaStore store = newStore();
        store.put(key(1), media("1"));
        writeAnew(store);
        store.find(key(1));
        store.close();

        try (Stream<Path> open = Files.list(handles)) {
            assertThat(open.filter(Files::isSymbolicLink).map(FileMediaStoreTest::target))
                    .noneMatch(target -> target.startsWith(folder.toString()));
        }
    }

    @Test
    void isOfNoUseAfterItWasClosed() throws IOException {
        FileMediaStore store = newStore();
        store.put(key(1), media("1"));
        store.close();
        store.close();

        assertThatThrownBy(() -> store.find(key(1))).hasMessageEndingWith("the store is closed.");
        assertThatThrownBy(() -> store.put(key(1), media("2"))).hasMessageEndingWith("the store is closed.");
        assertThatThrownBy(() -> store.forget("1")).hasMessageEndingWith("the store is closed.");
        assertThat(newStore().find(key(1))).isEqualTo(media("1"));
    }

    @Test
    void takesNothingThatCouldNotBeALine() throws IOException {
        FileMediaStore store = newStore();
        assertThatThrownBy(() -> store.put("../" + key(1).substring(3), media("1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.put(key(1), media(""))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.put(key(1), media("x".repeat(256))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Files.readAllLines(file())).hasSize(1);
    }

    @Test
    void isMadeFromConfiguration() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            Object store = PropertyBindingSupport.resolveBean(
                    camel, "#class:org.cameld360.media.store.FileMediaStore('" + file() + "')");
            assertThat(store).isInstanceOf(FileMediaStore.class);
            ((FileMediaStore) store).put(key(1), media("1"));
        }
        assertThat(newStore().find(key(1))).isEqualTo(media("1"));
    }

    private void writeAnew(FileMediaStore store) throws IOException {
        writeAnew(store, file());
    }

    private static void writeAnew(FileMediaStore store, Path file) throws IOException {
        String before = header(file);
        for (int i = 0; i < LINES_UNTIL_WRITTEN_ANEW && header(file).equals(before); i++) {
            store.put(key(999_999), media(LONG_ID));
        }
        assertThat(header(file)).isNotEqualTo(before);
    }

    private static String header(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.findFirst().orElse("");
        }
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file()));
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedSince) {
            return "";
        }
    }

    private void assertOnlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }
}
