package org.cameld360.examples.watchedfolder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-23T13:03:35");

    private static List<String> first(String name, int reserve) {
        return FileNames.distinct(name, NOW, reserve).limit(3).toList();
    }

    @Test
    void keepsTheNameWhereItCan() {
        assertThat(first("photo.jpg", 0))
                .containsExactly("photo.jpg", "photo-20261123-130335.jpg", "photo-20261123-130335-2.jpg");
        assertThat(first("README", 0)).startsWith("README", "README-20261123-130335");
        assertThat(first("a.b.", 0)).startsWith("a.b.", "a.b-20261123-130335.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ä", "😀"})
    void shortensWhatAFileSystemWouldRefuse(String letter) {
        String longest = letter.repeat(251 / letter.getBytes(UTF_8).length) + ".jpg";
        assertThat(first(longest, 0)).startsWith(longest);
        assertThat(first(longest, 11)).allSatisfy(name -> {
            assertThat(name).startsWith(letter).endsWith(".jpg");
            assertThat(name.getBytes(UTF_8).length).isBetween(235, 244);
            assertThat(new String(name.getBytes(UTF_8), UTF_8)).isEqualTo(name);
        });
    }

    @Test
    void doesNotTakeHalfANameForAnExtension() {
        String name = "a." + "b".repeat(250);
        assertThat(first(name, 11).get(1)).endsWith("b-20261123-130335");
    }
}
