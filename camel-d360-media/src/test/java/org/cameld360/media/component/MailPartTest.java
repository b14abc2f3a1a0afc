package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataHandler;
import java.util.Set;
import org.apache.camel.attachment.DefaultAttachment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who attached what: the sender, or the mail program. */
class MailPartTest {

    /** As mail programs write them. The text: what of the part it shows, where it can be read. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # the part                                  | name          | type                           | disposition                         | id                  | text    | goes
            Outlook: logo of a signature                | image001.png  | image/png; name="image001.png" | inline; filename="image001.png"     | <image001.png@01DA> | shows   | no
            Outlook: logo, the text is not at hand      | image001.png  | image/png; name="image001.png" | inline; filename="image001.png"     | <image001.png@01DA> | unknown | no
            Outlook: photo that was attached            | IMG_1.jpg     | image/jpeg                     | attachment; filename="IMG_1.jpg"    | <f_1@outlook>       | unknown | yes
            Outlook: photo that was attached            | IMG_1.jpg     | image/jpeg                     | attachment; filename="IMG_1.jpg"    | <f_1@outlook>       | other   | yes
            Outlook: PDF that was attached              | offer.pdf     | application/pdf                | attachment                          | <f_2@outlook>       | unknown | yes
            a gateway calls the logo an attachment      | image001.png  | image/png                      | attachment; filename="image001.png" | <image001.png@01DA> | shows   | no
            Gmail: image within the text                | image.png     | image/png; name="image.png"    | inline; filename="image.png"        | <ii_lx1>            | shows   | no
            Gmail: photo that was attached              | image.png     | image/png; name="image.png"    | attachment; filename="image.png"    | <f_lx1>             | other   | yes
            Thunderbird: image within the text          | part1.png     | image/png                      | inline; filename="part1.png"        | <part1.X@example>   | shows   | no
            Apple Mail: photo, no id                    | IMG_2.jpeg    | image/jpeg                     | inline; filename=IMG_2.jpeg         | -                   | unknown | yes
            Apple Mail: photo, no id                    | IMG_2.jpeg    | image/jpeg                     | inline; filename=IMG_2.jpeg         | -                   | other   | yes
            iPhone: photo with an id nothing refers to  | image0.jpeg   | image/jpeg; name=image0.jpeg   | inline; filename=image0.jpeg        | <X-1@icloud>        | other   | yes
            iPhone: photo below plain text              | image0.jpeg   | image/jpeg; name=image0.jpeg   | inline; filename=image0.jpeg        | <X-1@icloud>        | none    | yes
            an old program: no disposition              | logo.gif      | image/gif                      | -                                   | <logo>              | unknown | no
            an old program: no disposition, shown       | logo.gif      | image/gif                      | -                                   | <logo>              | shows   | no
            an old program: no disposition, no id       | photo.gif     | image/gif                      | -                                   | -                   | unknown | yes
            names in any case                           | LOGO.PNG      | IMAGE/PNG; NAME=LOGO.PNG       | INLINE; FILENAME=LOGO.PNG           | <LOGO@X>            | unknown | no
            a type that says nothing                    | logo.png      | application/octet-stream       | inline                              | <logo@x>            | unknown | no
            no type at all                              | logo.png      | -                              | inline                              | <logo@x>            | unknown | no
            an id without brackets                      | logo.png      | image/png                      | inline                              | logo@x              | shows   | no
            an id that is none                          | photo.png     | image/png                      | inline                              | '   '               | unknown | yes
            a disposition that nobody knows             | photo.png     | image/png                      | x-special; a=inline                 | <photo@x>           | unknown | yes
            a folded header                             | logo.png      | image/png                      | ' inline ; filename=logo.png'       | ' <logo@x> '        | unknown | no
            a film with an id                           | clip.mp4      | video/mp4                      | inline                              | <clip@x>            | unknown | yes
            a PDF that Apple Mail calls inline          | offer.pdf     | application/pdf                | inline; filename=offer.pdf          | <offer@x>           | unknown | yes
            PGP: the signature                          | signature.asc | application/pgp-signature      | attachment; filename=signature.asc  | -                   | unknown | no
            PGP: the signature, in any case             | signature.asc | Application/PGP-Signature; a=b | -                                   | -                   | other   | no
            S/MIME: the signature                       | smime.p7s     | application/pkcs7-signature    | attachment; filename=smime.p7s      | -                   | unknown | no
            S/MIME: the signature, as it used to be     | smime.p7s     | application/x-pkcs7-signature  | attachment                          | -                   | unknown | no
            PGP: a key                                  | key.asc       | application/pgp-keys           | attachment                          | -                   | unknown | yes
            a business card                             | jane.vcf      | text/vcard                     | attachment                          | -                   | unknown | yes
            a business card, as it used to be           | jane.vcf      | text/x-vcard                   | inline                              | <card@x>            | unknown | yes
            Outlook: rich text                          | winmail.dat   | application/ms-tnef            | attachment                          | -                   | unknown | yes
            """)
    void goesWhereTheSenderAttachedIt(
            String what, String name, String type, String disposition, String id, String text, String goes) {
        ShownImages shown =
                switch (text) {
                    case "shows" ->
                        new ShownImages(Set.of(id.strip().replaceAll("[<>]", "").toLowerCase()), true);
                    case "other" -> new ShownImages(Set.of("another@x"), true);
                    case "none" -> ShownImages.NONE;
                    default -> ShownImages.UNKNOWN;
                };

        String why = new MailPart(name, type, disposition, id).whyLeftOut(() -> shown);

        assertThat(why == null).as("%s: %s", what, why).isEqualTo(goes.equals("yes"));
    }

    @Test
    void doesNotReadTheTextWhereItDoesNotMatter() {
        MailPart photo = new MailPart("IMG_2.jpeg", "image/jpeg", "inline", null);

        assertThat(photo.whyLeftOut(() -> {
                    throw new AssertionError("asked for the text");
                }))
                .isNull();
    }

    @Test
    void readsHeadersWhateverTheirCaseAndTheTypeOfTheContentWhereThereIsNone() {
        DefaultAttachment attachment = new DefaultAttachment(new DataHandler("text", "text/plain"));
        attachment.setHeader("content-id", "<a@b>");
        attachment.setHeader("CONTENT-DISPOSITION", "inline");

        assertThat(MailPart.of("a.txt", attachment)).isEqualTo(new MailPart("a.txt", "text/plain", "inline", "<a@b>"));
    }
}
