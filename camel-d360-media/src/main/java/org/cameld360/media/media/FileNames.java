package org.cameld360.media.media;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** File names come from outside: here they become harmless, and stay as readable as they can. */
public final class FileNames {

    /** What common file systems allow for one name, in bytes of UTF-8. */
    private static final int MAX_BYTES = 255;

    private FileNames() {}

    /**
     * The last part of a name, without path, control and text-direction characters, at most 255 bytes of UTF-8 with its
     * extension kept; {@code null} where nothing is left of it. What would begin an expression for Camel, which evaluates some
     * headers that hold names, does so no more: <code>${</code> becomes <code>_{</code>.
     */
    public static @Nullable String leaf(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        if (isPlain(last)) {
            return last;
        }
        StringBuilder clean = new StringBuilder(last.length());
        last.codePoints().filter(FileNames::isHarmless).forEach(clean::appendCodePoint);
        if (clean.codePoints().noneMatch(FileNames::isVisible)) {
            return null;
        }
        return shorten(withoutExpressions(stripped(clean)), MAX_BYTES);
    }

    /** Most names are: letters, digits and the like, none of which needs a second look. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c > '~' || c == '$') {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= MAX_BYTES && name.charAt(0) != '.';
    }

    /** Simple's two ways to begin one, as in org.apache.camel.language.simple.SimpleTokenizer. */
    private static String withoutExpressions(String name) {
        return name.replace("${", "_{").replace("$simple{", "_simple{");
    }

    /** Without white space at its ends, which here includes the kinds that don't break lines. */
    private static String stripped(CharSequence name) {
        int start = 0;
        int end = name.length();
        while (start < end && isBlank(name.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(name.charAt(end - 1))) {
            end--;
        }
        return name.subSequence(start, end).toString();
    }

    /** The name for a multipart header: ASCII letters, digits and a few signs; everything else becomes {@code _}. Never empty. */
    public static String ascii(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        String ascii = decomposed.replaceAll("[^A-Za-z0-9 ._()+=@,-]", "_");
        return ascii.codePoints().anyMatch(FileNames::isVisible) ? ascii : "_" + ascii;
    }

    /** Another name for a file whose own is taken: {@code photo-2.jpg}. It fits where the first fits. */
    public static String numbered(String name, int number) {
        String sign = "-" + number;
        String cut = shorten(name, MAX_BYTES - sign.length());
        int dot = cut.lastIndexOf('.');
        return dot > 0 ? cut.substring(0, dot) + sign + cut.substring(dot) : cut + sign;
    }

    /**
     * The name with the extension of what the content is, where its own stands for something else: {@code photo.jpg} that
     * is a PNG becomes {@code photo.png}. It fits where the first fits.
     */
    static String corrected(String name, String contentType) {
        String extension = ContentTypes.extensionFor(contentType);
        if (extension.isEmpty() || !ContentTypes.isMisnamed(name, contentType)) {
            return name;
        }
        return shorten(name.substring(0, name.lastIndexOf('.')), MAX_BYTES - extension.length()) + extension;
    }

    /** The extension in lower case, without its dot; empty where there is none. */
    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The name cut to so many bytes of UTF-8, between characters, its extension kept where that is a short one. */
    static String shorten(String name, int maxBytes) {
        if (bytes(name) <= maxBytes) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - extension.length());
        int room = maxBytes - bytes(extension);
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int i = 0; i < stem.length(); ) {
            int codePoint = stem.codePointAt(i);
            int size = bytes(Character.toString(codePoint));
            if (used + size > room) {
                break;
            }
            kept.appendCodePoint(codePoint);
            used += size;
            i += Character.charCount(codePoint);
        }
        while (kept.length() > 0 && isJoiner(kept.charAt(kept.length() - 1))) {
            kept.setLength(kept.length() - 1);
        }
        return kept + extension;
    }

    /**
     * Joiners stay, since emoji and some scripts need them. What turns the reading direction goes, since it disguises
     * extensions, and so does what can't be seen at all.
     */
    private static boolean isHarmless(int codePoint) {
        boolean turnsDirection = codePoint == 0x061C
                || codePoint == 0x200E
                || codePoint == 0x200F
                || (codePoint >= 0x202A && codePoint <= 0x202E);
        boolean invisible = codePoint == 0x00AD
                || codePoint == 0x180E
                || codePoint == 0x200B
                || (codePoint >= 0x2060 && codePoint <= 0x206F)
                || codePoint == 0xFEFF
                || (codePoint >= 0xFFF9 && codePoint <= 0xFFFB);
        int type = Character.getType(codePoint);
        return !turnsDirection
                && !invisible
                && type != Character.CONTROL
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE;
    }

    private static boolean isVisible(int codePoint) {
        boolean variationSelector = codePoint >= 0xFE00 && codePoint <= 0xFE0F;
        return codePoint != '.' && !isBlank(codePoint) && !isJoiner(codePoint) && !variationSelector;
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private static boolean isJoiner(int codePoint) {
        return codePoint == 0x200C || codePoint == 0x200D;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
