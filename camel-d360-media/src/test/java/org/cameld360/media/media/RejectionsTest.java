package org.cameld360.media.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RejectionsTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("plain text", "photo.jpg", "photo.jpg"),
                arguments("line breaks", "a\r\nb\u0085c\u2028d\u2029e", "a??b?c?d?e"),
                arguments("control characters", "a\0b\u001B[31mc\u007Fd\u009B1me", "a?b?[31mc?d?1me"),
                arguments("what turns direction", "a\u202Eb\u2067c\u200Fd\u061Ce", "a?b?c?d?e"),
                arguments("120 characters", "x".repeat(120), "x".repeat(120)),
                arguments("121 characters", "x".repeat(121), "x".repeat(117) + "..."),
                arguments("a cut within an emoji", "x".repeat(116) + "\uD83D\uDE00".repeat(9), "x".repeat(116) + "..."),
                arguments(
                        "a cut behind an emoji",
                        "x".repeat(115) + "\uD83D\uDE00".repeat(9),
                        "x".repeat(115) + "\uD83D\uDE00..."),
                arguments("an address", "see https://a.example/b.jpg now", "see https://a.example/b.jpg now"),
                arguments(
                        "a signed address",
                        "403 for URL: https://b.example/k.jpg?X-Amz-Signature=abc&x=1 (denied)",
                        "403 for URL: https://b.example/k.jpg?... (denied)"),
                arguments("a fragment", "HTTP://b.example/#token", "HTTP://b.example/?..."),
                arguments("user info", "https://me:secret@b.example/k", "https://b.example/k"),
                arguments("two addresses", "http://a/?x http://b/?y", "http://a/?... http://b/?..."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void showsTextFromOutsideOnOneShortLineWithoutSecrets(String description, String text, String shown) {
        assertThat(Rejections.shown(text)).isEqualTo(shown);
    }

    @Test
    void hidesASignatureThatTheCutWouldSplit() {
        String text = "x".repeat(90) + "https://b.example/k?signature=" + "s".repeat(10_000);

        assertThat(Rejections.shown(text)).endsWith("https://b.example/k?...").doesNotContain("ss");
    }

    @Test
    void showsHostileTextInLinearTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(Rejections.shown("http://".repeat(1_000_000))).hasSize(120);
            assertThat(Rejections.shown("\r".repeat(5_000_000))).hasSize(120);
            assertThat(Rejections.shown("https://" + "@".repeat(5_000_000))).hasSizeLessThanOrEqualTo(120);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1, 1 B",
        "999, 999 B",
        "1000, 1 kB",
        "1001, 1.00 kB",
        "16693, 16.69 kB",
        "100000, 100 kB",
        "999994, 999.99 kB",
        "999999, 1.00 MB",
        "1000000, 1 MB",
        "5000000, 5 MB",
        "5000001, 5.00 MB",
        "64000000, 64 MB",
        "5000000000, 5000 MB",
        "9223372036854775807, 9223372036854.78 MB"
    })
    void showsSizesInDecimalUnits(long bytes, String shown) {
        assertThat(Rejections.size(bytes)).isEqualTo(shown);
    }

    @Test
    void wordsFailuresWithoutPathsAndSecrets() {
        assertThat(Rejections.reason(new AccessDeniedException("/home/me/secret.jpg")))
                .isEqualTo("AccessDeniedException");
        assertThat(Rejections.reason(new FileSystemException("/home/me/x", null, "Too many open files")))
                .isEqualTo("FileSystemException: Too many open files");
        assertThat(Rejections.reason(new IOException("reset by https://a.example/?key=1\nagain")))
                .isEqualTo("IOException: reset by https://a.example/?...?again");
        assertThat(Rejections.reason(new IOException())).isEqualTo("IOException");
        assertThat(Rejections.reason(new IOException(" "))).isEqualTo("IOException");
    }
}
