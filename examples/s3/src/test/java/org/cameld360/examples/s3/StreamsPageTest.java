package org.cameld360.examples.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cameld360.examples.s3.BodyKind.Outcome;
import org.cameld360.examples.s3.BodyKind.Setting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page says of each kind what {@link StreamsIT} sees; the megabytes are those of one run. */
class StreamsPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "streams.md");

    @ParameterizedTest
    @EnumSource
    void saysOfEachKindWhatBecomesOfIt(BodyKind kind) throws Exception {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals("## Measured"))
                .takeWhile(line -> !line.startsWith("## What"))
                .filter(line -> line.startsWith("| " + kind.title() + " | "))
                .toList();

        assertThat(rows).hasSize(1);
        String[] cells = rows.get(0).split(" *[|] *");
        for (Setting setting : Setting.values()) {
            assertThat(cells[2 + setting.ordinal()])
                    .matches(
                            kind.expected(setting) == Outcome.ARRIVES
                                    ? "arrives, [0-9]{1,2} MB"
                                    : "`OutOfMemoryError`");
        }
    }
}
