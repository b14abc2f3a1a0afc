package org.cameld360.media.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cameld360.media.MediaRejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule, and every sample, on both generations. */
class WhatGoesTest {

    static Stream<WhatGoes.Case> cases() {
        return Stream.concat(WhatGoes.byRule().stream(), WhatGoes.samples().stream());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void goesOrIsRefusedAsExpected(WhatGoes.Case medium) {
        for (MediaRules rules : MediaRules.all()) {
            assertThat(medium.verdict(rules))
                    .as(medium.what() + " on " + rules.api())
                    .isEqualTo(medium.expected(rules));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatWasFoundAndWhatWouldHelpInTwoSentences(WhatGoes.Case medium) {
        for (MediaRules rules : MediaRules.all()) {
            for (Objection objection : weigh(medium, rules, false).objections()) {
                assertThat(objection.why())
                        .matches("[a-z].*\\. [A-Z].*\\.")
                        .doesNotContain("..")
                        .doesNotContain("null");
                assertThat(objection.rejection())
                        .hasMessage("Refused '" + medium.name() + "': " + objection.why())
                        .returns(objection.rule(), MediaRejectedException::getRule)
                        .returns(objection.limit(), MediaRejectedException::getLimit);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void offersADocumentOnlyWhereItGoesAsOne(WhatGoes.Case medium) {
        for (MediaRules rules : MediaRules.all()) {
            MediaDecision instead = weigh(medium, rules, true);
            for (String warning : weigh(medium, rules, false).warnings()) {
                if (warning.contains("onUnsupported=document")) {
                    assertThat(instead.objections()).as(warning).isEmpty();
                    assertThat(instead.type()).isEqualTo(MediaType.DOCUMENT);
                    assertThat(instead.fileName()).isEqualTo(medium.name());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            JPEG, CMYK        | grey, RGB, palette | its colours are CMYK, and v1 takes only grey, RGB, palette in an image. Save it as RGB, or send it as a document (onUnsupported=document).
            PNG, 16-bit       | 8 bits        | it has 16 bits for each colour, and v1 takes at most 8 in an image. Save it with 8 bits, or send it as a document (onUnsupported=document).
            JPEG, cut off     | -             | it is cut off before its end. WhatsApp could not show or play it: take it from its source again, or save it anew.
            WebP, 511x512     | 512x512 pixels | it has 511x512 pixels, and v1 takes only 512x512 as a sticker. Put it on a canvas of 512x512, or send it as a document (onUnsupported=document).
            MP4, H.264 and two of AAC | 1 sound track | it has 2 sound tracks, and v1 takes at most 1 in a video. Keep one of them, or send it as a document (onUnsupported=document).
            MP4, HEVC and AAC | H.264         | its pictures are HEVC (H.265), and v1 takes only H.264 in a video. Re-encode the pictures as H.264, or send it as a document (onUnsupported=document).
            MP4, H.264 and MP3 | AAC          | its sound is MP3, and v1 takes only AAC in a video. Re-encode the sound as AAC, or send it as a document (onUnsupported=document).
            Ogg, Vorbis       | Opus          | its sound is Vorbis, and v1 takes only Opus in audio/ogg. Re-encode the sound as Opus, or send it as a document (onUnsupported=document).
            HTML named .jpg   | -             | it is said to be image/jpeg, but its content is text/html. Is it damaged, or under a wrong name? Send the real file.
            """)
    void wordsEachRuleOnV1(String what, String limit, String why) {
        assertThat(first(what, MediaRules.V1)).returns(limit, Objection::limit).returns(why, Objection::why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ogg, Opus, stereo  | mono | its sound has 2 channels, and v2 takes only mono in audio/ogg. Re-encode it in mono.
            MP4, H.264 and MP3 | AAC  | its sound is MP3, and v2 takes only AAC in a video. Re-encode the sound as AAC.
            """)
    void offersNoDocumentWhereV2TakesNone(String what, String limit, String why) {
        assertThat(first(what, MediaRules.V2)).returns(limit, Objection::limit).returns(why, Objection::why);
    }

    @Test
    void namesAllThatSpeaksAgainstIt() {
        Inspection film = Inspections.tracks("video/mp4", Inspections.HEVC, Inspections.MP3, Inspections.AAC);

        assertThat(MediaDecision.weigh(film, MediaWish.named("a.mp4"), MediaRules.V2)
                        .objections())
                .extracting(Objection::rule)
                .containsExactly("codec", "codec", "streams");
        assertThat(Wishes.named("a.mp4")
                        .with(Validation.WARN)
                        .decide(film, MediaRules.V2)
                        .warnings())
                .hasSize(3);
    }

    private static Objection first(String what, MediaRules rules) {
        WhatGoes.Case medium = cases().filter(candidate -> candidate.what().equals(what))
                .findFirst()
                .orElseThrow();
        return weigh(medium, rules, false).objections().get(0);
    }

    private static MediaDecision weigh(WhatGoes.Case medium, MediaRules rules, boolean documentInstead) {
        MediaWish wish = MediaWish.named(medium.name());
        return MediaDecision.weigh(medium.inspection(), documentInstead ? wish.orDocument() : wish, rules);
    }

    @Test
    void knowsEverySample() throws Exception {
        Set<String> known = WhatGoes.samples().stream().map(WhatGoes.Case::name).collect(Collectors.toSet());
        known.add("empty.jpg");
        try (var files = Files.list(Samples.path("photo.jpg").resolveSibling("."))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(known);
        }
        assertThat(WhatGoes.empty().getRule()).isEqualTo("empty");
    }
}
