package org.cameld360.media.media.inspect;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Tells text from other bytes. */
final class Utf8 {

    private Utf8() {}

    /** Whether the bytes read as UTF-8 without control characters; a character may be cut at the end of a longer text. */
    static boolean reads(byte[] head, boolean more) {
        if (hasControls(head)) {
            return false;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), !more);
        return !result.isError();
    }

    /** Whether there are characters that no text holds, in UTF-8 or any of the 8-bit character sets. */
    static boolean hasControls(byte[] head) {
        for (byte b : head) {
            if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                return true;
            }
        }
        return false;
    }
}
