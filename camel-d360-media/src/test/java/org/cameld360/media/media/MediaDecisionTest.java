package org.cameld360.media.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.cameld360.media.MediaRejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaDecisionTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** What each version takes, from the tables of its documentation. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            image/jpeg                    | image    | image
            image/png                     | image    | image
            image/gif                     | -        | -
            image/bmp                     | -        | -
            image/tiff                    | -        | -
            image/heic                    | -        | -
            image/webp                    | sticker  | sticker
            video/mp4                     | video    | video
            video/3gpp                    | video    | video
            video/3gpp2                   | -        | -
            video/quicktime               | -        | -
            video/webm                    | -        | -
            video/x-msvideo               | -        | -
            audio/aac                     | audio    | audio
            audio/mp4                     | audio    | audio
            audio/amr                     | audio    | audio
            audio/amr-wb                  | -        | -
            audio/mpeg                    | audio    | audio
            audio/ogg; codecs=opus        | audio    | audio
            audio/wav                     | -        | -
            audio/flac                    | -        | -
            application/pdf               | document | document
            application/zip               | document | -
            application/rtf               | document | -
            """)
    void takesByItselfWhatTheVersionSupports(String contentType, String v1, String v2) {
        assertGoesAs(v1, Wishes.NONE, Wishes.proven(contentType), MediaRules.V1);
        assertGoesAs(v2, Wishes.NONE, Wishes.proven(contentType), MediaRules.V2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            image/jpeg      | IMAGE    | image    | image
            image/jpeg      | DOCUMENT | document | -
            image/jpeg      | STICKER  | -        | -
            image/jpeg      | VIDEO    | -        | -
            image/webp      | IMAGE    | -        | -
            image/webp      | STICKER  | sticker  | sticker
            image/webp      | DOCUMENT | document | -
            video/mp4       | AUDIO    | -        | -
            video/mp4       | DOCUMENT | document | -
            audio/mpeg      | VIDEO    | -        | -
            audio/mpeg      | DOCUMENT | document | -
            application/pdf | DOCUMENT | document | document
            application/pdf | IMAGE    | -        | -
            """)
    void takesAsTheTypeThatTheRouteAsksFor(String contentType, MediaType wanted, String v1, String v2) {
        assertGoesAs(v1, Wishes.NONE.as(wanted), Wishes.proven(contentType), MediaRules.V1);
        assertGoesAs(v2, Wishes.NONE.as(wanted), Wishes.proven(contentType), MediaRules.V2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            image/gif       | document | -
            image/webp      | sticker  | sticker
            video/webm      | document | -
            audio/wav       | document | -
            image/svg+xml   | document | document
            application/zip | document | -
            """)
    void goesAsADocumentInsteadWhereOneMayHoldIt(String contentType, String v1, String v2) {
        assertGoesAs(v1, Wishes.NONE.orDocument(), Wishes.proven(contentType), MediaRules.V1);
        assertGoesAs(v2, Wishes.NONE.orDocument(), Wishes.proven(contentType), MediaRules.V2);
    }

    @Test
    void goesAsADocumentInsteadOnV2WhereTheTypeIsADocuments() {
        assertGoesAs(
                "document",
                Wishes.NONE.as(MediaType.IMAGE).orDocument(),
                Wishes.proven("application/pdf"),
                MediaRules.V2);
    }

    @Test
    void saysThatADocumentMayNotHoldItEither() {
        assertRefused("content-type", Wishes.named("a.gif").orDocument(), Wishes.proven("image/gif"), MediaRules.V2)
                .hasMessage(
                        "Refused 'a.gif': it is image/gif, and v2 takes only image/jpeg, image/png as an image. Convert"
                                + " it to JPEG or PNG; it can't go as a document either.");
    }

    @Test
    void keepsItsNameAsADocument() {
        MediaDecision decision = Wishes.named("a.gif").orDocument().decide(Wishes.proven("image/gif"), MediaRules.V1);

        assertThat(decision).isEqualTo(Wishes.going(MediaType.DOCUMENT, "image/gif", "a.gif"));
    }

    @Test
    void refusesAnimatedStickersOnV1() {
        assertRefused("animated", Wishes.named("a.webp"), Wishes.animated(1_000), MediaRules.V1)
                .hasMessage(
                        "Refused 'a.webp': it is animated, and v1 takes no animated sticker. Send a still one, or send"
                                + " it as a document (onUnsupported=document).");
        assertGoesAs("document", Wishes.named("a.webp").orDocument(), Wishes.animated(1_000), MediaRules.V1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            photo.jpg  | -          | image/jpeg      | -
            photo.jpg  | -          | image/jpeg      | text/plain
            clip.mp4   | -          | video/mp4       | -
            song.mp3   | -          | audio/mpeg      | -
            song.wav   | -          | audio/wav       | -
            voice.opus | -          | audio/ogg; codecs=opus | -
            bill.pdf   | -          | application/pdf | -
            -          | -          | image/png       | image/png
            note.txt   | image/jpeg | image/jpeg      | -
            """)
    void refusesTextUnderTheNameOfSomethingElse(String name, String set, String said, String claimed) {
        Wishes wish = Wishes.named(name).set(set).claimed(claimed);

        assertRefused("content", wish, Wishes.text(), MediaRules.V1)
                .hasMessageEndingWith("': it is said to be " + said
                        + ", but its content is text. Is it damaged, or under a wrong name? Send the real file.");
        assertRefused("content", wish.orDocument(), Wishes.text(), MediaRules.V1);
        assertRefused("content", wish, Wishes.text(), MediaRules.V2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photo.jpg",
                "a.png",
                "clip.mp4",
                "voice.ogg",
                "voice.amr",
                "song.m4a",
                "song.mp3",
                "song.aac",
                "bill.pdf",
                "s.webp"
            })
    void refusesBytesThatAreNotWhatTheNameSays(String name) {
        assertRefused("content", Wishes.named(name), Wishes.unknown(), MediaRules.V1)
                .hasMessageContaining("but its content is something else.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            image/png  | photo.jpg | image/jpeg | IMAGE    | image/png
            image/jpeg | bill.pdf  | -          | IMAGE    | image/jpeg
            image/jpeg | -         | text/html  | IMAGE    | image/jpeg
            video/mp4  | song.m4a  | -          | AUDIO    | audio/mp4
            video/mp4  | -         | audio/x-m4a | AUDIO   | audio/mp4
            video/3gpp | song.mp3  | -          | VIDEO    | video/3gpp
            """)
    void trustsTheContentMoreThanNamesAndClaims(
            String proven, String name, String claimed, MediaType type, String contentType) {
        MediaDecision decision = Wishes.named(name).claimed(claimed).decide(Wishes.proven(proven), MediaRules.V2);

        assertThat(decision.type()).isEqualTo(type);
        assertThat(decision.contentType()).isEqualTo(contentType);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            text    | -         | -                         | -                | text/plain
            text    | a.csv     | -                         | -                | text/csv
            text    | a.csv     | application/vnd.ms-excel  | -                | text/csv
            text    | a.csv     | text/plain                | application/json | application/json
            text    | a.log     | TEXT/CSV; charset=utf-8   | -                | text/csv
            text    | -         | application/octet-stream  | -                | text/plain
            text    | -         | application/vnd.ms-excel  | -                | text/plain
            text    | -         | application/x-yaml        | -                | application/x-yaml
            unknown | -         | -                         | -                | application/octet-stream
            unknown | a.txt     | -                         | -                | text/plain
            unknown | a.doc     | -                         | -                | application/msword
            unknown | -         | binary/octet-stream       | -                | application/octet-stream
            unknown | -         | no type                   | -                | application/octet-stream
            unknown | -         | X-Y/z; q=1                | -                | x-y/z
            zip     | a.docx    | -                         | -                | application/zip
            cut zip | a.docx    | -                         | -                | application/vnd.openxmlformats-officedocument.wordprocessingml.document
            zip     | a.zip     | -                         | -                | application/zip
            zip     | a.odt     | -                         | -                | application/vnd.oasis.opendocument.text
            zip     | -         | -                         | application/epub+zip | application/epub+zip
            zip     | a.pdf     | -                         | -                | application/zip
            ole     | a.doc     | -                         | -                | application/msword
            ole     | a.docx    | -                         | -                | application/vnd.openxmlformats-officedocument.wordprocessingml.document
            ole     | a.pdf     | -                         | -                | application/octet-stream
            ole     | a.jpg     | -                         | -                | application/octet-stream
            ole     | -         | -                         | -                | application/octet-stream
            """)
    void believesWhatIsSaidWhereTheContentCannotTell(
            String content, String name, String claimed, String set, String contentType) {
        Inspection inspection =
                switch (content) {
                    case "text" -> Wishes.text();
                    case "cut zip" -> Inspections.damaged(MagicNumbers.ZIP);
                    case "zip" -> Wishes.proven(MagicNumbers.ZIP);
                    case "ole" -> Wishes.proven(MagicNumbers.OLE2);
                    default -> Wishes.unknown();
                };

        MediaDecision decision = Wishes.named(name).claimed(claimed).set(set).decide(inspection, MediaRules.V1);

        assertThat(decision.type()).isEqualTo(MediaType.DOCUMENT);
        assertThat(decision.contentType()).isEqualTo(contentType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMAGE/PNG; name=a.png", "image/x-png", " image/png "})
    void takesDeclaredTypesFromOutsideAsHintsOnly(String claim) {
        Wishes wish = Wishes.NONE.claimed(claim);

        assertThat(wish.decide(Wishes.proven("image/jpeg"), MediaRules.V2).contentType())
                .isEqualTo("image/jpeg");
        assertThat(wish.decide(Wishes.proven("image/png"), MediaRules.V2).contentType())
                .isEqualTo("image/png");
        assertRefused("content", wish, Wishes.unknown(), MediaRules.V2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png\r\nX-Evil: 1", "nonsense", "*/*", ""})
    void ignoresMalformedClaims(String claim) {
        assertThat(Wishes.NONE
                        .claimed(claim)
                        .decide(Wishes.text(), MediaRules.V2)
                        .contentType())
                .isEqualTo("text/plain");
    }

    @Test
    void declaresCsvAsPlainTextOnV2AndKeepsItsName() {
        MediaDecision decision = Wishes.named("table.csv").decide(Wishes.text(), MediaRules.V2);

        assertThat(decision).isEqualTo(Wishes.going(MediaType.DOCUMENT, "text/plain", "table.csv"));
    }

    @ParameterizedTest
    @CsvSource({"v1, ', or send it as a document (onUnsupported=document).'", "v2, ."})
    void refusesOggWhoseSoundCannotBeSeen(String version, String wayAround) {
        assertRefused("codec", Wishes.named("a.ogg"), Wishes.proven("audio/ogg"), Wishes.rules(version))
                .hasMessage("Refused 'a.ogg': what its sound is can't be seen, and " + version
                        + " takes only Opus in audio/ogg. Re-encode the sound as Opus" + wayAround);
        assertRefused("codec", Wishes.NONE.set("audio/ogg"), Wishes.proven("audio/ogg"), Wishes.rules(version));
        assertRefused("codec", Wishes.named("a.opus"), Wishes.proven("audio/ogg"), Wishes.rules(version));
    }

    @Test
    void pointsToTheTypeThatWouldDo() {
        assertRefused(
                        "content-type",
                        Wishes.named("a.jpg").as(MediaType.STICKER),
                        Wishes.proven("image/jpeg"),
                        MediaRules.V2)
                .hasMessage(
                        "Refused 'a.jpg': it is image/jpeg, and v2 takes only image/webp as a sticker. Set mediaType to"
                                + " image or auto.");
    }

    @Test
    void doesNotPointToATypeThatWouldNotDoEither() {
        assertRefused("content-type", Wishes.named("a.webp").as(MediaType.IMAGE), Wishes.animated(1_000), MediaRules.V1)
                .hasMessageEndingWith(
                        " as an image. Convert it to an MP4 with H.264, or to a still JPEG or PNG, or send it as a document (onUnsupported=document).");
        assertRefused(
                        "content-type",
                        Wishes.named("a.gif").as(MediaType.DOCUMENT),
                        Wishes.proven("image/gif"),
                        MediaRules.V2)
                .hasMessageEndingWith(" as a document. Convert it to PDF.");
    }

    @Test
    void saysHowToNameUnknownContent() {
        assertRefused("content-type", Wishes.named("blob"), Wishes.unknown(), MediaRules.V2)
                .hasMessageStartingWith(
                        "Refused 'blob': what it is can't be seen from its content or its name"
                                + " (application/octet-stream), and v2 takes only .doc, .docx, .pdf, .ppt, .pptx, .txt, .xls, .xlsx as a document. ")
                .hasMessageEndingWith(" as a document. Give it a file name with an extension, or set contentType.");
        assertGoesAs("document", Wishes.named("blob").set(DOCX), Wishes.unknown(), MediaRules.V2);
    }

    @Test
    void saysHowTextOfAnotherKindMayGo() {
        assertRefused("content-type", Wishes.named("a.html"), Wishes.text(), MediaRules.V2)
                .hasMessageEndingWith(
                        " as a document. Convert it to PDF, or send it as plain text under its name (onUnsupported=document).");
        assertGoesAs("document", Wishes.named("a.html").orDocument(), Wishes.text(), MediaRules.V2);
        assertGoesAs("document", Wishes.named("a.html").set("text/plain"), Wishes.text(), MediaRules.V2);
    }

    @Test
    void namesTheLimitOfEachRule() {
        assertThatThrownBy(() -> Wishes.NONE.decide(Wishes.proven("image/gif"), MediaRules.V2))
                .isInstanceOfSatisfying(MediaRejectedException.class, e -> assertThat(e.getLimit())
                        .isEqualTo("image/jpeg, image/png"));
        assertThatThrownBy(() -> Wishes.NONE.decide(Wishes.animated(1), MediaRules.V1))
                .isInstanceOfSatisfying(MediaRejectedException.class, e -> assertThat(e.getLimit())
                        .isEqualTo("not animated"));
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, image.jpg",
        "image/webp, sticker.webp",
        "video/3gpp, video.3gp",
        "audio/ogg; codecs=opus, audio.ogg",
        "audio/mp4, audio.m4a",
        "application/pdf, document.pdf"
    })
    void makesUpANameWhereThereIsNone(String contentType, String name) {
        for (String given : new String[] {null, "", " ", "..", "folder/", "\u200B", "\0"}) {
            assertThat(Wishes.named(given)
                            .decide(Wishes.proven(contentType), MediaRules.V1)
                            .fileName())
                    .isEqualTo(name);
        }
    }

    @Test
    void makesUpNamesOfTextAndOfUnknownContent() {
        assertThat(Wishes.NONE.decide(Wishes.text(), MediaRules.V2).fileName()).isEqualTo("document.txt");
        assertThat(Wishes.NONE
                        .claimed("text/csv")
                        .decide(Wishes.text(), MediaRules.V2)
                        .fileName())
                .isEqualTo("document.csv");
        assertThat(Wishes.NONE.decide(Wishes.unknown(), MediaRules.V1).fileName())
                .isEqualTo("document");
    }

    @Test
    void makesNamesHarmless() {
        assertThat(Wishes.named("../a\r\n\u202Eb.jpg")
                        .decide(Wishes.proven("image/jpeg"), MediaRules.V2)
                        .fileName())
                .isEqualTo("ab.jpg");
        assertRefused("content-type", Wishes.named("x".repeat(500) + ".gif"), Wishes.proven("image/gif"), MediaRules.V2)
                .hasMessageStartingWith("Refused '" + "x".repeat(117) + "...': it is image/gif");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            image/png              | photo.jpg      | photo.png
            image/png              | PHOTO.JPEG     | PHOTO.png
            image/jpeg             | photo.jfif     | photo.jfif
            image/jpeg             | photo.JPEG     | photo.JPEG
            image/jpeg             | photo          | photo
            image/jpeg             | photo.2026     | photo.2026
            image/jpeg             | .png           | .jpg
            image/jpeg             | a.tar.png      | a.tar.jpg
            video/mp4              | clip.mov       | clip.mp4
            video/3gpp             | clip.mp4       | clip.3gp
            audio/ogg; codecs=opus | voice.mp3      | voice.ogg
            audio/ogg; codecs=opus | voice.opus     | voice.opus
            """)
    void givesTheNameTheExtensionOfTheContentWhereItsOwnContradicts(String contentType, String name, String right) {
        MediaDecision decision = Wishes.named(name).decide(Wishes.proven(contentType), MediaRules.V2);

        assertThat(decision.fileName()).isEqualTo(right);
        assertThat(decision.uploadName()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/pdf  | Rechnung März.jpg | Rechnung März.pdf
            application/pdf  | bill.pdf          | bill.pdf
            application/zip  | bill.pdf          | bill.zip
            application/json | note.txt          | note.txt
            text/html        | sheet.xls         | sheet.html
            """)
    void showsADocumentUnderTheNameThatItWasGivenAndUploadsItUnderTheRightOne(
            String contentType, String name, String right) {
        MediaDecision decision = Wishes.named(name).decide(Wishes.proven(contentType), MediaRules.V1);

        assertThat(decision.type()).isEqualTo(MediaType.DOCUMENT);
        assertThat(decision.fileName()).isEqualTo(name);
        assertThat(decision.uploadName()).isEqualTo(right);
    }

    @Test
    void keepsTheNameOfWhatGoesAsADocumentInstead() {
        MediaDecision decision =
                Wishes.named("photo.jpg").orDocument().decide(Wishes.proven("image/png", 5_000_001), MediaRules.V1);

        assertThat(decision)
                .isEqualTo(new MediaDecision(MediaType.DOCUMENT, "image/png", "photo.jpg", "photo.png", List.of()));
    }

    @Test
    void leavesNamesOfTextAlone() {
        for (String name : new String[] {"a.csv", "a.txt", "a.md", "a.json", "a.html", "a.log"}) {
            assertThat(Wishes.named(name).orDocument().decide(Wishes.text(), MediaRules.V2))
                    .isEqualTo(Wishes.going(MediaType.DOCUMENT, "text/plain", name));
        }
    }

    @Test
    void aLongNameKeepsItsRightExtension() {
        MediaDecision decision =
                Wishes.named("x".repeat(252) + ".3gp").decide(Wishes.proven("image/jpeg"), MediaRules.V2);

        assertThat(decision.uploadName()).isEqualTo("x".repeat(251) + ".jpg");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html       | a.html
            image/svg+xml   | a.svg
            application/rtf | a.rtf
            """)
    void sendsTextOfAnyKindAsPlainTextWhereADocumentIsWanted(String contentType, String name) {
        Inspection inspection = Inspections.written(contentType);

        assertThat(Wishes.named(name).orDocument().decide(inspection, MediaRules.V2))
                .isEqualTo(Wishes.going(MediaType.DOCUMENT, "text/plain", name));
        assertThat(Wishes.named(name).orDocument().as(MediaType.DOCUMENT).decide(inspection, MediaRules.V2))
                .isEqualTo(Wishes.going(MediaType.DOCUMENT, "text/plain", name));
        assertThat(Wishes.named(name).set("text/plain").decide(inspection, MediaRules.V2))
                .isEqualTo(Wishes.going(MediaType.DOCUMENT, "text/plain", name));
        assertThat(Wishes.named(name)
                        .orDocument()
                        .as(MediaType.DOCUMENT)
                        .decide(inspection, MediaRules.V1)
                        .contentType())
                .isEqualTo(contentType);
    }

    @Test
    void sendsWhatIsDamagedAsADocumentOnly() {
        Inspection damaged = Inspections.damaged("image/jpeg");

        assertRefused("damaged", Wishes.named("a.jpg"), damaged, MediaRules.V1);
        assertGoesAs("document", Wishes.named("a.jpg").as(MediaType.DOCUMENT), damaged, MediaRules.V1);
        assertGoesAs("document", Wishes.named("a.jpg").orDocument(), damaged, MediaRules.V1);
        assertRefused("damaged", Wishes.named("a.jpg").orDocument(), damaged, MediaRules.V2);
    }

    @Test
    void letsTheRouteDeclareATypeWhereValidationIsNotStrict() {
        Wishes wish = Wishes.named("a.gif").set("image/jpeg");

        assertThat(wish.with(Validation.OFF).decide(Wishes.proven("image/gif"), MediaRules.V2))
                .isEqualTo(Wishes.going(MediaType.IMAGE, "image/jpeg", "a.gif"));
        MediaDecision warned = wish.with(Validation.WARN).decide(Wishes.proven("image/gif"), MediaRules.V2);
        assertThat(warned.type()).isEqualTo(MediaType.IMAGE);
        assertThat(warned.contentType()).isEqualTo("image/jpeg");
        assertThat(warned.warnings())
                .containsExactly(
                        "'a.gif': contentType is set to image/jpeg, but its content is image/gif. Set what it is,"
                                + " or leave contentType out.");
        assertRefused("content-type", wish, Wishes.proven("image/gif"), MediaRules.V2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            image/png              | image/png
            audio/ogg; codecs=opus | audio/ogg
            application/zip        | application/epub+zip
            video/mp4              | audio/mp4
            """)
    void warnsOfNothingWhereTheDeclaredTypeFitsTheContent(String proven, String set) {
        MediaDecision decision = Wishes.NONE
                .set(set)
                .with(Validation.WARN)
                .as(MediaType.DOCUMENT)
                .decide(Wishes.proven(proven), MediaRules.V1);

        assertThat(decision.warnings()).isEmpty();
        assertThat(decision.contentType()).isEqualTo(set);
    }

    @ParameterizedTest
    @EnumSource(names = {"WARN", "OFF"})
    void sendsWhatIsContradictoryOrNotTakenWhereThatIsWanted(Validation validation) {
        int warnings = validation == Validation.WARN ? 1 : 0;
        MediaDecision text =
                Wishes.named("photo.jpg").as(MediaType.IMAGE).with(validation).decide(Wishes.text(), MediaRules.V2);
        MediaDecision gif = Wishes.named("a.gif").with(validation).decide(Wishes.proven("image/gif"), MediaRules.V2);
        MediaDecision animated = Wishes.named("a.webp").with(validation).decide(Wishes.animated(1_000), MediaRules.V1);

        assertThat(List.of(text, gif, animated))
                .allSatisfy(decision -> assertThat(decision.warnings()).hasSize(warnings));
        assertThat(gif.type()).isEqualTo(MediaType.IMAGE);
        assertThat(gif.contentType()).isEqualTo("image/gif");
        assertThat(animated.type()).isEqualTo(MediaType.STICKER);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"application/octet-stream", "no type"})
    void takesASetTypeThatSaysNothingAsAbsent(String set) {
        assertThat(Wishes.NONE
                        .set(set)
                        .decide(Wishes.proven("image/png"), MediaRules.V2)
                        .contentType())
                .isEqualTo("image/png");
    }

    private static void assertGoesAs(String type, Wishes wish, Inspection inspection, MediaRules rules) {
        if (type == null) {
            assertRefused("content-type", wish, inspection, rules);
        } else {
            assertThat(wish.decide(inspection, rules).type()).hasToString(type);
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            String rule, Wishes wish, Inspection inspection, MediaRules rules) {
        return assertThatThrownBy(() -> wish.decide(inspection, rules))
                .isInstanceOfSatisfying(MediaRejectedException.class, e -> assertThat(e.getRule())
                        .isEqualTo(rule));
    }
}
