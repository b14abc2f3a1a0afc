package org.cameld360.media.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.cameld360.media.MediaRejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaDecisionSizeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v1 | IMAGE    | image/jpeg      |   5_000_000 | 5 MB
            v1 | VIDEO    | video/mp4       |  16_000_000 | 16 MB
            v1 | AUDIO    | audio/mpeg      |  16_000_000 | 16 MB
            v1 | DOCUMENT | application/pdf |  64_000_000 | 64 MB
            v1 | STICKER  | image/webp      |     100_000 | 100 kB
            v2 | IMAGE    | image/jpeg      |   5_000_000 | 5 MB
            v2 | VIDEO    | video/mp4       |  16_000_000 | 16 MB
            v2 | AUDIO    | audio/mpeg      |  16_000_000 | 16 MB
            v2 | DOCUMENT | application/pdf | 100_000_000 | 100 MB
            v2 | STICKER  | image/webp      |     100_000 | 100 kB
            """)
    void takesMediaOfExactlyTheLimitAndRefusesOneByteMore(
            String version, MediaType type, String contentType, String limitText, String shown) {
        long limit = Long.parseLong(limitText.replace("_", ""));
        MediaRules rules = Wishes.rules(version);

        assertThat(Wishes.NONE.decide(Wishes.proven(contentType, limit), rules).type())
                .isEqualTo(type);
        assertTooLarge(shown, Wishes.NONE, Wishes.proven(contentType, limit + 1), rules)
                .contains(" (" + (limit + 1) + " bytes), and ")
                .contains(" may have at most " + shown + " on " + version + ". Make it smaller");
    }

    @Test
    void takesAnimatedStickersUpTo500KbOnV2() {
        assertThat(Wishes.NONE.decide(Wishes.animated(500_000), MediaRules.V2).type())
                .isEqualTo(MediaType.STICKER);
        assertTooLarge("500 kB", Wishes.NONE, Wishes.animated(500_001), MediaRules.V2)
                .isEqualTo(
                        "Refused 'sticker.webp': it has 500.00 kB (500001 bytes), and an animated sticker may have at"
                                + " most 500 kB on v2. Make it smaller.");
    }

    @Test
    void sendsWhatIsTooLargeAsADocumentWhereOneMayHoldIt() {
        Wishes wish = Wishes.named("photo.jpg").orDocument();

        assertThat(wish.decide(Wishes.proven("image/jpeg", 5_000_001), MediaRules.V1)
                        .type())
                .isEqualTo(MediaType.DOCUMENT);
        assertThat(wish.decide(Wishes.proven("image/jpeg", 64_000_000), MediaRules.V1)
                        .type())
                .isEqualTo(MediaType.DOCUMENT);
        assertTooLarge("5 MB", wish, Wishes.proven("image/jpeg", 64_000_001), MediaRules.V1)
                .endsWith("Make it smaller; it can't go as a document either.");
        assertTooLarge("5 MB", wish, Wishes.proven("image/jpeg", 5_000_001), MediaRules.V2)
                .endsWith("Make it smaller; it can't go as a document either.");
    }

    @Test
    void offersADocumentOnlyWhereOneMayHoldIt() {
        Wishes wish = Wishes.named("photo.jpg");

        assertTooLarge("5 MB", wish, Wishes.proven("image/jpeg", 5_000_001), MediaRules.V1)
                .isEqualTo("Refused 'photo.jpg': it has 5.00 MB (5000001 bytes), and an image may have at most 5 MB on"
                        + " v1. Make it smaller, or send it as a document (onUnsupported=document).");
        assertTooLarge("5 MB", wish, Wishes.proven("image/jpeg", 5_000_001), MediaRules.V2)
                .isEqualTo("Refused 'photo.jpg': it has 5.00 MB (5000001 bytes), and an image may have at most 5 MB on"
                        + " v2. Make it smaller.");
        assertTooLarge("5 MB", wish, Wishes.proven("image/jpeg", 64_000_001), MediaRules.V1)
                .endsWith("Make it smaller.");
    }

    @Test
    void countsSizesBeyondAnInt() {
        assertTooLarge("100 MB", Wishes.NONE, Wishes.proven("application/pdf", Long.MAX_VALUE), MediaRules.V2)
                .contains("9223372036854775807 bytes");
    }

    @ParameterizedTest
    @CsvSource({"WARN, 1", "OFF, 0"})
    void sendsWhatIsTooLargeWhereThatIsWanted(Validation validation, int warnings) {
        MediaDecision decision = Wishes.named("photo.jpg")
                .with(validation)
                .decide(Wishes.proven("image/jpeg", 5_000_001), MediaRules.V2);

        assertThat(decision.type()).isEqualTo(MediaType.IMAGE);
        assertThat(decision.warnings()).hasSize(warnings).allSatisfy(warning -> assertThat(warning)
                .startsWith("'photo.jpg': it has 5.00 MB"));
    }

    private static AbstractStringAssert<?> assertTooLarge(
            String limit, Wishes wish, Inspection inspection, MediaRules rules) {
        var thrown = assertThatThrownBy(() -> wish.decide(inspection, rules))
                .isInstanceOfSatisfying(MediaRejectedException.class, e -> {
                    assertThat(e.getRule()).isEqualTo("size");
                    assertThat(e.getLimit()).isEqualTo(limit);
                });
        return thrown.extracting(Throwable::getMessage, InstanceOfAssertFactories.STRING);
    }
}
