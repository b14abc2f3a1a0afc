package org.cameld360.media.component;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * File names as mail programs write them. The standard has parameters in segments with a character set (RFC 2231), which the
 * mail API reads. Many write encoded words (RFC 2047) or bare UTF-8 instead. Only {@link MailText} may name this class.
 */
final class MailNames {

    private MailNames() {}

    static String decoded(String name) {
        if (name.contains("=?")) {
            try {
                return MimeUtility.decodeText(name);
            } catch (UnsupportedEncodingException | RuntimeException e) {
                return name;
            }
        }
        boolean bytes =
                name.chars().allMatch(sign -> sign < 0x100) && name.chars().anyMatch(sign -> sign >= 0x80);
        return bytes ? ofUtf8(name) : name;
    }

    /** The mail API reads what is neither ASCII nor encoded byte by byte. */
    private static String ofUtf8(String name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return name;
        }
    }
}
