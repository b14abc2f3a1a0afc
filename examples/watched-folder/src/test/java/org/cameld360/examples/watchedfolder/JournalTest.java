package org.cameld360.examples.watchedfolder;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.cameld360.examples.watchedfolder.Entry.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    @TempDir
    private Path inbox;

    private final FaultyDisk disk = new FaultyDisk();

    private static Entry entry(String name) {
        return Entry.taken(name, new FileState(5, Instant.parse("2026-11-23T12:00:00Z"), "key"), "4915112345678", null);
    }

    private static Upload upload() {
        Instant later = Instant.parse("2026-12-23T12:00:00Z");
        return new Upload("1", "image", "image/jpeg", "a.jpg", "ab".repeat(32), later, "0a1b2c3d");
    }

    private Path file() {
        return inbox.resolve(".journal");
    }

    private List<Entry> readAgain() throws IOException {
        try (Journal journal = Journal.open(inbox, disk)) {
            return journal.entries();
        }
    }

    @Test
    void leavesNoFileWhereNothingWasUnderWay() throws IOException {
        assertThat(readAgain()).isEmpty();
        assertThat(inbox).isEmptyDirectory();
    }

    @Test
    void remembersTheLastThatWasWrittenOfEachFile() throws IOException {
        try (Journal journal = Journal.open(inbox, disk)) {
            journal.write(entry("a"));
            journal.write(entry("b"));
            journal.write(entry("c"));
            journal.force(entry("a").sending(upload()));
            journal.forget(entry("b"));
        }
        assertThat(readAgain()).containsExactly(entry("a").sending(upload()), entry("c"));
        assertThat(inbox.toFile().list()).containsExactly(".journal");
    }

    @Test
    void hasItOnTheDiskWhenItIsForced() throws IOException {
        try (Journal journal = Journal.open(inbox, disk)) {
            journal.force(entry("a"));
            journal.force(entry("a").sending(upload()));
            journal.write(entry("b"));
            disk.cutPower();
        }
        assertThat(readAgain()).containsExactly(entry("a").sending(upload()));
    }

    @Test
    void toleratesALineThatWasNotFinished() throws IOException {
        String line = JournalLine.of(entry("b"));
        for (int length = 0; length < line.length(); length++) {
            String text = JournalLine.HEADER + JournalLine.of(entry("a")) + line.substring(0, length);
            Files.writeString(file(), text, US_ASCII);
            assertThat(readAgain()).as("%s characters", length).containsExactly(entry("a"));
            try (Journal journal = Journal.open(inbox, disk)) {
                journal.write(entry("c"));
            }
            assertThat(readAgain()).containsExactly(entry("a"), entry("c"));
        }
    }

    @Test
    void saysWhichLineIsDamaged() throws IOException {
        String good = JournalLine.of(entry("a"));
        Files.writeString(file(), JournalLine.HEADER + good + "x" + good + good, US_ASCII);
        assertThatThrownBy(this::readAgain)
                .isInstanceOf(SetupException.class)
                .hasMessageContainingAll(file().toString(), "line 3", "nothing is sent", "delete the journal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "a diary\n", "00000000 {\"watchedFolderJournal\":2}\n", "\u0000\u0000\u0000"})
    void takesNoOtherFileForAJournal(String text) throws IOException {
        Files.writeString(file(), text);
        assertThatThrownBy(this::readAgain)
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("does not begin like a journal");
        assertThat(file()).hasContent(text);
    }

    @Test
    void takesNoFolderForAJournal() throws IOException {
        Files.createDirectory(file());
        assertThatThrownBy(this::readAgain).isInstanceOf(SetupException.class).hasMessageContaining("is no file");
    }

    @Test
    void staysSmallHoweverManyFilesPass() throws IOException {
        long largest = 0;
        try (Journal journal = Journal.open(inbox, disk)) {
            Files.createFile(inbox.resolve("waits"));
            journal.write(entry("waits").uploaded(upload()));
            for (int i = 0; i < 20_000; i++) {
                Entry entry = entry(i + ".jpg");
                journal.write(entry);
                journal.force(entry.sending(upload()));
                journal.forget(entry);
                largest = Math.max(largest, Files.size(file()));
            }
            assertThat(journal.entries()).hasSize(1);
        }
        assertThat(largest).isBetween(100_000L, 300_000L);
        assertThat(readAgain()).containsExactly(entry("waits").uploaded(upload()));
    }

    @Test
    void writesAllAnewOnceTheDiskHasRoomAgain() throws IOException {
        try (Journal journal = Journal.open(inbox, disk)) {
            journal.write(entry("a"));
            disk.fails = step -> step.equals("write");
            assertThatIOException().isThrownBy(() -> journal.force(entry("b")));
            assertThatIOException().isThrownBy(() -> journal.force(entry("c")));
            journal.forget(entry("a"));
            assertThat(readAgain()).containsExactly(entry("a"));

            disk.fails = step -> false;
            journal.write(entry("d"));
        }
        assertThat(readAgain()).containsExactly(entry("b"), entry("c"), entry("d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"force", "rename"})
    void countsNothingAsWrittenThatCouldNotBeForced(String step) throws IOException {
        try (Journal journal = Journal.open(inbox, disk)) {
            disk.fails = step::equals;
            assertThatIOException().isThrownBy(() -> journal.force(entry("a")));
            disk.fails = other -> false;
            journal.force(entry("b"));
        }
        assertThat(readAgain()).containsExactly(entry("a"), entry("b"));
    }

    @Test
    void isWrittenAnewWhereSomebodyHasDeletedIt() throws IOException {
        try (Journal journal = Journal.open(inbox, disk)) {
            journal.write(entry("a"));
            Files.delete(file());
            journal.force(entry("b"));
        }
        assertThat(readAgain()).containsExactly(entry("a"), entry("b"));
    }

    @Test
    void writesNothingOnceItIsClosed() throws IOException {
        Journal journal = Journal.open(inbox, disk);
        journal.write(entry("a"));
        journal.close();
        byte[] before = Files.readAllBytes(file());
        assertThatIOException().isThrownBy(() -> journal.write(entry("b")));
        journal.forget(entry("a"));
        assertThat(file()).hasBinaryContent(before);
    }

    @Test
    void forgetsAnUploadWithItsFile() throws IOException {
        try (Journal journal = Journal.open(inbox, disk)) {
            Files.createFile(inbox.resolve("a"));
            journal.write(entry("a").uploaded(upload()));
            journal.write(entry("b").uploaded(upload()).sending(upload()));
        }
        Files.delete(inbox.resolve("a"));
        try (Journal journal = Journal.open(inbox, disk)) {
            journal.write(entry("c"));
        }
        assertThat(readAgain()).containsExactly(entry("b").sending(upload()), entry("c"));
    }

    @Test
    void removesWhatWasNotFinished() throws IOException {
        Files.writeString(inbox.resolve(".journal.unfinished"), "half", StandardOpenOption.CREATE_NEW);
        assertThat(readAgain()).isEmpty();
        assertThat(inbox).isEmptyDirectory();
    }
}
