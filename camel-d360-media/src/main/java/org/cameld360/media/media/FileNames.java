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
     * extension kept; {@code null} where nothing is left of it.
     */
    public static @Nullable String leaf(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder(last.length());
        last.codePoints().filter(FileNames::isHarmless).forEach(clean::appendCodePoint);
        String leaf = clean.toString().strip();
        if (leaf.isEmpty() || leaf.chars().allMatch(c -> c == '.')) {
            return null;
        }
        return shorten(leaf, MAX_BYTES);
    }

    /** The name for a multipart header: ASCII letters, digits and a few signs; everything else becomes {@code _}. */
    public static String ascii(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return decomposed.replaceAll("[^A-Za-z0-9 ._()+=@,-]", "_");
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
        return kept + extension;
    }

    /** Joiners stay, since emoji need them; what turns the reading direction goes, since it disguises extensions. */
    private static boolean isHarmless(int codePoint) {
        boolean turnsDirection = (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069)
                || codePoint == 0x200E
                || codePoint == 0x200F;
        int type = Character.getType(codePoint);
        return !turnsDirection
                && type != Character.CONTROL
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
