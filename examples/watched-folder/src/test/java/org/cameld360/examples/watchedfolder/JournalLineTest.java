package org.cameld360.examples.watchedfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.cameld360.examples.watchedfolder.Entry.Ending;
import org.cameld360.examples.watchedfolder.Entry.Upload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalLineTest {

    private static final Upload UPLOAD = new Upload(
            "1234567890123456789",
            "document",
            "application/pdf",
            "Grüße\n\"1\".pdf",
            "ab".repeat(32),
            Instant.parse("2026-12-23T12:00:00.123456789Z"),
            "0a1b2c3d");

    private static Entry entry(String name, @Nullable String key) {
        return Entry.taken(
                name, new FileState(5, Instant.parse("2026-11-23T12:00:00.000000001Z"), key), "4915112345678", null);
    }

    private static Entry read(String line) {
        assertThat(line).endsWith("\n");
        return JournalLine.parse(line.substring(0, line.length() - 1)).entry();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.jpg",
                "4915112345678/a.jpg",
                "two\nlines\r.jpg",
                "\u0000\u001b[2J\u2028\u0085",
                "\"}, {\"name\": \"b.jpg",
                "a\\b.jpg",
                "😀 Grüße שלום",
                "lone \uD800 surrogate"
            })
    void keepsAnyNameOnOneLineOfPlainCharacters(String name) {
        String line = JournalLine.of(entry(name, null));

        assertThat(line.substring(0, line.length() - 1)).matches("[ -~]+");
        assertThat(read(line)).isEqualTo(entry(name, null));
        assertThat(JournalLine.parse(JournalLine.closed(name).strip())).isEqualTo(new JournalLine.Event(name, null));
    }

    @Test
    void keepsAllThatIsKnown() {
        Entry taken = entry("a.jpg", "(dev=fe00,ino=42)");
        assertThat(read(JournalLine.of(taken))).isEqualTo(taken);
        assertThat(read(JournalLine.of(taken.uploaded(UPLOAD)))).isEqualTo(taken.uploaded(UPLOAD));
        assertThat(read(JournalLine.of(taken.sending(UPLOAD)))).isEqualTo(taken.sending(UPLOAD));
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryOutcome(Outcome outcome) {
        Entry ended = entry("a.jpg", null).sending(UPLOAD).ended(new Ending(outcome, ".x/a.jpg", "why\nthat\n"));
        Entry nowhere = entry("a.jpg", null).ended(new Ending(outcome, null, "why"));
        assertThat(read(JournalLine.of(ended))).isEqualTo(ended);
        assertThat(read(JournalLine.of(nowhere))).isEqualTo(nowhere);
    }

    @Test
    void noticesEveryChangedCharacter() {
        String line = JournalLine.of(entry("a.jpg", null).sending(UPLOAD)).strip();
        for (int i = 0; i < line.length(); i++) {
            String changed = line.substring(0, i) + (char) (line.charAt(i) ^ 1) + line.substring(i + 1);
            assertThatThrownBy(() -> JournalLine.parse(changed))
                    .as(changed)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void noticesEveryLineThatWasNotFinished() {
        String line = JournalLine.of(entry("a.jpg", null)).strip();
        for (int length = 0; length < line.length(); length++) {
            String unfinished = line.substring(0, length);
            assertThatThrownBy(() -> JournalLine.parse(unfinished))
                    .as(unfinished)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
