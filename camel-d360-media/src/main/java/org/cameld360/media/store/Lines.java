package org.cameld360.media.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The lines of a {@link FileMediaStore}: one that tells whose file this is, then {@code put KEY TIME ID CHECKSUM} and
 * {@code forget ID CHECKSUM}. ASCII; in an id, what is no visible ASCII character stands as {@code %} and four digits.
 * The first line holds a number that no other file has, so that a replaced file is seen to be another one.
 */
final class Lines {

    private static final String HEADER_START = "# camel-d360-media: media ids, version 1, ";
    private static final Pattern HEADER = Pattern.compile(Pattern.quote(HEADER_START) + "[0-9a-f-]{36}\n");

    /** With a UUID and the end of the line. */
    static final int HEADER_LENGTH = HEADER_START.length() + 36 + 1;

    private static final Pattern ESCAPED = Pattern.compile("%([0-9a-f]{4})");
    private static final Pattern ID = Pattern.compile("(?:[!-$&-~]|%[0-9a-f]{4})+");
    private static final int BUFFER = 65_536;

    /** Longer than any line can be that was written here. */
    private static final int MAX_LENGTH = 2_048;

    private Lines() {}

    static String newHeader() {
        return HEADER_START + UUID.randomUUID() + '\n';
    }

    static boolean isHeader(String text) {
        return HEADER.matcher(text).matches();
    }

    static String put(String key, StoredMedia media) {
        return sealed("put " + key + ' ' + media.expiresAt() + ' ' + escaped(media.mediaId()));
    }

    static String forget(String mediaId) {
        return sealed("forget " + escaped(mediaId));
    }

    /** Does what the line says. A line that is torn or damaged says nothing. */
    static void apply(String line, Entries entries) {
        int end = line.lastIndexOf(' ');
        if (end < 0 || !line.equals(line.substring(0, end) + ' ' + checksum(line.substring(0, end)))) {
            return;
        }
        String[] words = line.substring(0, end).split(" ", -1);
        if (words[0].equals("forget") && words.length == 2 && isId(words[1])) {
            entries.forget(unescaped(words[1]));
        } else if (words[0].equals("put") && words.length == 4 && Limits.isKey(words[1]) && isId(words[3])) {
            try {
                entries.put(words[1], new StoredMedia(unescaped(words[3]), Instant.parse(words[2])));
            } catch (DateTimeException noTime) {
                // as a damaged line
            }
        }
    }

    /**
     * Reads the whole lines from a position on, in bounded memory whatever the file holds. A line that is too long is left
     * out, and so is a last one that has no end yet.
     *
     * @return the position behind the last whole line
     */
    static long read(FileChannel channel, long from, Consumer<String> to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        byte[] line = new byte[MAX_LENGTH];
        int length = 0;
        long position = from;
        long wholeLines = from;
        while (channel.read(buffer.clear(), position) > 0) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                byte next = buffer.get();
                position++;
                if (next != '\n') {
                    if (length < MAX_LENGTH) {
                        line[length] = next;
                    }
                    length = Math.min(length + 1, MAX_LENGTH + 1);
                    continue;
                }
                if (length <= MAX_LENGTH) {
                    to.accept(new String(line, 0, length, StandardCharsets.ISO_8859_1));
                }
                length = 0;
                wholeLines = position;
            }
        }
        return wholeLines;
    }

    private static String sealed(String text) {
        return text + ' ' + checksum(text) + '\n';
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    private static boolean isId(String word) {
        return ID.matcher(word).matches();
    }

    private static String escaped(String mediaId) {
        StringBuilder escaped = new StringBuilder(mediaId.length());
        mediaId.chars().forEach(c -> {
            if (c > ' ' && c <= '~' && c != '%') {
                escaped.append((char) c);
            } else {
                escaped.append(String.format(Locale.ROOT, "%%%04x", c));
            }
        });
        return escaped.toString();
    }

    private static String unescaped(String word) {
        return ESCAPED.matcher(word)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
