package org.cameld360.media.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileNamesTest {

    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    private static final String HEART = "\u2764\uFE0F\u200D\uD83D\uDD25";
    private static final String ENGLAND =
            "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F";

    /** Names may hold what no report can show: each goes by a description. */
    static Stream<Arguments> names() {
        return Stream.of(
                arguments("a plain name", "photo.jpg", "photo.jpg"),
                arguments("spaces within", "my photo (1).jpg", "my photo (1).jpg"),
                arguments("spaces around", " \t photo.jpg \u00A0", "photo.jpg"),
                arguments("other spaces within", "10.00\u202FAM.png", "10.00\u202FAM.png"),
                arguments("quotes", "a\"b'c.jpg", "a\"b'c.jpg"),
                arguments("line breaks", "a\r\nX-Evil: 1\u2028\u2029\u0085.jpg", "aX-Evil: 1.jpg"),
                arguments("NUL", "photo.jpg\0.exe", "photo.jpg.exe"),
                arguments("a path", "/etc/passwd", "passwd"),
                arguments("parent folders", "../../etc/passwd", "passwd"),
                arguments("backslashes", "C:\\Users\\me\\photo.jpg", "photo.jpg"),
                arguments("mixed separators", "a\\../b/..\\c.jpg", "c.jpg"),
                arguments("a folder only", "folder/", null),
                arguments("a parent only", "../", null),
                arguments("a parent behind a control character", "a/..\0", null),
                arguments("a parent split by an invisible one", "a/.\u200B.", null),
                arguments("dots only", "...", null),
                arguments("dots and spaces", " . .. ", null),
                arguments("joiners only", "\u200D\u200C\uFE0F", null),
                arguments("invisible ones only", "\u200B\uFEFF\u2060", null),
                arguments("no-break spaces only", "\u00A0\u202F", null),
                arguments("nothing", "", null),
                arguments("null", null, null),
                arguments("a leading dot", ".photo.jpg", ".photo.jpg"),
                arguments("a leading dot alone", ".htaccess", ".htaccess"),
                arguments("an extension alone", ".jpg", ".jpg"),
                arguments(
                        "other scripts",
                        "\u53D1\u7968 \u0441\u0447\u0451\u0442.pdf",
                        "\u53D1\u7968 \u0441\u0447\u0451\u0442.pdf"),
                arguments("an emoji", "\uD83D\uDE00.png", "\uD83D\uDE00.png"),
                arguments("a family of emoji", FAMILY + ".png", FAMILY + ".png"),
                arguments("a burning heart", HEART + ".png", HEART + ".png"),
                arguments("a flag of tags", ENGLAND + ".png", ENGLAND + ".png"),
                arguments("a reversed extension", "photo\u202Egpj.exe", "photogpj.exe"),
                arguments("direction isolates", "a\u2066b\u2067c\u2068d\u2069.jpg", "abcd.jpg"),
                arguments("direction marks", "a\u200Eb\u200Fc\u061Cd.jpg", "abcd.jpg"),
                arguments("a byte order mark behind", "photo.jpg\uFEFF", "photo.jpg"),
                arguments("a high surrogate alone", "a\uD83D.jpg", "a.jpg"),
                arguments("a low surrogate alone", "a\uDE00.jpg", "a.jpg"),
                arguments("halves that must not join", "a\uD83D\0\uDE00.jpg", "a.jpg"),
                arguments("one surrogate only", "\uD83D", null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void leavesAHarmlessLeaf(String description, String name, String leaf) {
        assertThat(FileNames.leaf(name)).isEqualTo(leaf);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void leavesAloneWhatIsHarmlessAlready(String description, String name, String leaf) {
        assertThat(FileNames.leaf(leaf)).isEqualTo(leaf);
    }

    @Test
    void cutsLongNamesAndKeepsTheExtension() {
        String leaf = FileNames.leaf("x".repeat(300) + ".jpeg");

        assertThat(leaf).hasSize(255).endsWith("x.jpeg");
    }

    @Test
    void leavesNamesOfExactly255BytesAlone() {
        String name = "x".repeat(251) + ".jpg";

        assertThat(FileNames.leaf(name)).isEqualTo(name);
        assertThat(FileNames.leaf("x" + name)).isEqualTo(name);
    }

    @Test
    void countsBytesOfUtf8AndCutsBetweenCharacters() {
        assertThat(FileNames.leaf("\u53D1".repeat(300) + ".pdf")).isEqualTo("\u53D1".repeat(83) + ".pdf");
        assertThat(FileNames.leaf("\uD83D\uDE00".repeat(300) + ".pdf")).isEqualTo("\uD83D\uDE00".repeat(62) + ".pdf");
        assertThat(FileNames.leaf("a" + "\uD83D\uDE00".repeat(300))).isEqualTo("a" + "\uD83D\uDE00".repeat(63));
    }

    @Test
    void leavesNoJoinerHangingWhereItCuts() {
        for (int before = 0; before < 30; before++) {
            String leaf = FileNames.leaf("x".repeat(before) + FAMILY.repeat(30) + ".png");

            assertThat(leaf).endsWith(".png").doesNotContain("\u200D.");
            assertThat(leaf.getBytes(StandardCharsets.UTF_8).length).isBetween(240, 255);
        }
    }

    @Test
    void doesNotTakeALongTailForAnExtension() {
        String leaf = FileNames.leaf("a." + "b".repeat(300));

        assertThat(leaf).hasSize(255).startsWith("a.b");
    }

    @Test
    void leavesOtherwiseOnlyWellFormedNamesWithinBounds() {
        Random random = new Random(360);
        String awkward = "./\\ \0\r\n\"\u200D\u202E\uFEFF\u0301\uD83D\uDE00a\u53D1";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int length = random.nextInt(i % 50 == 0 ? 400 : 12); length > 0; length--) {
                name.append(awkward.charAt(random.nextInt(awkward.length())));
            }
            String leaf = FileNames.leaf(name.toString());
            if (leaf != null) {
                byte[] bytes = leaf.getBytes(StandardCharsets.UTF_8);
                assertThat(bytes).hasSizeBetween(1, 255);
                assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(leaf);
                assertThat(leaf).isNotIn(".", "..").doesNotContain("/", "\\", "\0", "\r", "\n", "\u202E");
                assertThat(FileNames.ascii(leaf)).matches("[A-Za-z0-9 ._()+=@,-]+");
            }
        }
    }

    @Test
    void readsHostileNamesInLinearTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(FileNames.leaf(".".repeat(2_000_000))).isNull();
            assertThat(FileNames.leaf("../".repeat(1_000_000))).isNull();
            assertThat(FileNames.leaf("\u202E".repeat(2_000_000) + "a")).isEqualTo("a");
            assertThat(FileNames.leaf("a" + "\u0301".repeat(2_000_000))).hasSize(128);
            assertThat(FileNames.leaf(" ".repeat(2_000_000) + "a" + " ".repeat(2_000_000)))
                    .isEqualTo("a");
            assertThat(FileNames.leaf("x".repeat(200) + "\u200D".repeat(2_000_000) + ".jpg"))
                    .isEqualTo("x".repeat(200) + ".jpg");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            photo.jpg       | photo.jpg
            my photo(1).jpg | my photo(1).jpg
            Zo\u00EB.csv         | Zoe.csv
            Stra\u00DFe.pdf      | Stra_e.pdf
            a"b'c;d.jpg     | a_b_c_d.jpg
            a\u200Db%0A.jpg      | a_b_0A.jpg
            \u53D1\u7968.pdf          | __.pdf
            \uD83D\uDE00.png            | _.png
            """)
    void writesMultipartNamesInAscii(String name, String ascii) {
        assertThat(FileNames.ascii(name)).isEqualTo(ascii);
    }

    @Test
    void writesSomethingWhereNothingOfANameIsAscii() {
        assertThat(FileNames.ascii("\u0301")).isEqualTo("_");
        assertThat(FileNames.ascii(".\u0301.")).isEqualTo("_..");
        assertThat(FileNames.ascii("")).isEqualTo("_");
    }

    @Test
    void letsNothingBeginAnExpressionOfCamel() {
        assertThat(FileNames.leaf("${bean:x}.jpg")).isEqualTo("_{bean:x}.jpg");
        assertThat(FileNames.leaf("a$simple{exchangeId}$${b}.jpg")).isEqualTo("a_simple{exchangeId}$_{b}.jpg");
        assertThat(FileNames.leaf("$\u200B{body}.jpg")).isEqualTo("_{body}.jpg");
        assertThat(FileNames.leaf("5$ {a}.jpg")).isEqualTo("5$ {a}.jpg");
    }

    @Test
    void letsNothingEndAMultipartHeader() {
        assertThat(FileNames.ascii("a\"\r\nContent-Type: x\\\"\0\u0085\uD83D")).isEqualTo("a___Content-Type_ x_____");
    }

    @ParameterizedTest
    @CsvSource({
        "photo.jpg, jpg",
        "PHOTO.JPG, jpg",
        "a.tar.gz, gz",
        "photo, ''",
        "photo., ''",
        ".jpg, jpg",
        "TITLE.GIF, gif"
    })
    void readsExtensions(String name, String extension) {
        assertThat(FileNames.extension(name)).isEqualTo(extension);
    }
}
