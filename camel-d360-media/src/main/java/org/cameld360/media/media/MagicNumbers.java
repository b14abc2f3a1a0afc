package org.cameld360.media.media;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises formats by their first bytes. */
final class MagicNumbers {

    static final String OLE2 = "application/x-ole-storage";
    static final String ZIP = "application/zip";

    private record Magic(int offset, String bytes, String contentType) {
        boolean matches(byte[] head) {
            return hasAt(head, offset, bytes);
        }
    }

    /** In ISO-8859-1, a char a byte. The first match holds, so longer ones stand before shorter ones. */
    private static final List<Magic> TABLE = List.of(
            new Magic(0, "\u00FF\u00D8\u00FF", "image/jpeg"),
            new Magic(0, "\u0089PNG\r\n\u001A\n", "image/png"),
            new Magic(0, "GIF87a", "image/gif"),
            new Magic(0, "GIF89a", "image/gif"),
            new Magic(0, "II*\0", "image/tiff"),
            new Magic(0, "MM\0*", "image/tiff"),
            new Magic(0, "BM", "image/bmp"),
            new Magic(0, "PK\u0003\u0004", ZIP),
            new Magic(0, "PK\u0005\u0006", ZIP),
            new Magic(0, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", OLE2),
            new Magic(0, "#!AMR\n", "audio/amr"),
            new Magic(0, "#!AMR-WB\n", "audio/amr-wb"),
            new Magic(0, "fLaC", "audio/flac"),
            new Magic(0, "ID3", "audio/mpeg"),
            new Magic(0, "\u001AE\u00DF\u00A3", "video/webm"),
            new Magic(0, "MZ", "application/vnd.microsoft.portable-executable"),
            new Magic(0, "\u007FELF", "application/x-executable"));

    /** Formats that can read as text from beginning to end. */
    private static final List<Magic> TEXTUAL =
            List.of(new Magic(0, "%PDF-", "application/pdf"), new Magic(0, "{\\rtf", "application/rtf"));

    private static final List<Magic> RIFF = List.of(
            new Magic(8, "WEBP", "image/webp"),
            new Magic(8, "WAVE", "audio/wav"),
            new Magic(8, "AVI ", "video/x-msvideo"));

    /** The major brand of an ISO base media file. The first match holds; what has none of these is an MP4. */
    private static final List<Magic> BRANDS = List.of(
            new Magic(8, "3g2", "video/3gpp2"),
            new Magic(8, "3g", "video/3gpp"),
            new Magic(8, "M4A", "audio/mp4"),
            new Magic(8, "M4B", "audio/mp4"),
            new Magic(8, "qt  ", "video/quicktime"),
            new Magic(8, "hei", "image/heic"),
            new Magic(8, "hev", "image/heic"),
            new Magic(8, "mif1", "image/heic"),
            new Magic(8, "msf1", "image/heic"),
            new Magic(8, "avif", "image/avif"),
            new Magic(8, "avis", "image/avif"),
            new Magic(8, "", "video/mp4"));

    private MagicNumbers() {}

    /**
     * The MIME type that the first bytes prove, or {@code null}.
     *
     * @param text whether they read as text: a price list may begin with "BMW", and a note with "ID3", without being what
     *     those letters stand for
     */
    static @Nullable String contentType(byte[] head, boolean text) {
        String textual = first(TEXTUAL, withoutBlanks(head));
        if (textual != null || text) {
            return textual;
        }
        if (hasAt(head, 0, "RIFF")) {
            return first(RIFF, head);
        }
        if (hasAt(head, 4, "ftyp")) {
            return first(BRANDS, head);
        }
        if (hasAt(head, 0, "OggS")) {
            return hasAt(head, oggPayload(head), "OpusHead") ? ContentTypes.OGG_OPUS : "audio/ogg";
        }
        String known = first(TABLE, head);
        return known != null ? known : mpegAudio(head);
    }

    /** WebP's extended header says in one bit whether frames follow (VP8X, flag 0x02). */
    static boolean isAnimatedWebp(byte[] head) {
        return hasAt(head, 0, "RIFF") && hasAt(head, 8, "WEBPVP8X") && head.length > 20 && (head[20] & 0x02) != 0;
    }

    /** Whether the bytes read as UTF-8 without control characters; a character may be cut at the end of a longer text. */
    static boolean isText(byte[] head, boolean more) {
        for (byte b : head) {
            if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                return false;
            }
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), !more);
        return !result.isError();
    }

    /** Careless servers put blank lines or a byte order mark before a document, and readers take it all the same. */
    private static byte[] withoutBlanks(byte[] head) {
        int start = hasAt(head, 0, "\u00EF\u00BB\u00BF") ? 3 : 0;
        while (start < head.length && (head[start] == ' ' || head[start] == '\r' || head[start] == '\n')) {
            start++;
        }
        return start == 0 ? head : Arrays.copyOfRange(head, start, head.length);
    }

    /**
     * Frame headers of MPEG audio: eleven set bits, then version and layer; layer 0 is what ADTS, that is AAC, has. Layer 3
     * means "Layer I", which nobody sends, and which the byte order mark of UTF-16 would pass for.
     */
    private static @Nullable String mpegAudio(byte[] head) {
        if (head.length < 4 || (head[0] & 0xFF) != 0xFF || (head[1] & 0xE0) != 0xE0) {
            return null;
        }
        int version = (head[1] >> 3) & 3;
        int layer = (head[1] >> 1) & 3;
        if (layer == 0) {
            return (head[1] & 0xF0) == 0xF0 ? "audio/aac" : null;
        }
        if (layer == 3) {
            return null;
        }
        int bitrate = (head[2] >> 4) & 0xF;
        int sampleRate = (head[2] >> 2) & 3;
        return version != 1 && bitrate != 0xF && sampleRate != 3 ? "audio/mpeg" : null;
    }

    /** The first packet of an Ogg page stands behind its segment table. */
    private static int oggPayload(byte[] head) {
        return head.length > 26 ? 27 + (head[26] & 0xFF) : head.length;
    }

    private static @Nullable String first(List<Magic> table, byte[] head) {
        for (Magic magic : table) {
            if (magic.matches(head)) {
                return magic.contentType;
            }
        }
        return null;
    }

    private static boolean hasAt(byte[] head, int offset, String bytes) {
        if (head.length < offset + bytes.length()) {
            return false;
        }
        for (int i = 0; i < bytes.length(); i++) {
            if ((head[offset + i] & 0xFF) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
