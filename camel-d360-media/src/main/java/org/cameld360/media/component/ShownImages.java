package org.cameld360.media.component;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which parts of a mail its text shows by their content id, as {@code <img src="cid:…">} does.
 *
 * @param ids in lower case, without brackets
 * @param isAllThereIs whether the text was read as a whole, so that it shows nothing else
 */
record ShownImages(Set<String> ids, boolean isAllThereIs) {

    /** The text can't be read. */
    static final ShownImages UNKNOWN = new ShownImages(Set.of(), false);

    /** The whole text was read, and nothing in it could show an image. */
    static final ShownImages NONE = new ShownImages(Set.of(), true);

    private static final Pattern HTML = Pattern.compile("(?i)<(?:html|body|div|p|br|img|table|span)[\\s/>]");
    private static final Pattern SHOWN = Pattern.compile("(?i)\\bcid:([^\\s\"'<>()\\[\\]]{1,500})");

    ShownImages {
        ids = Set.copyOf(ids);
    }

    /** Text without a tag may be what is left of HTML: it shows what it names, and perhaps more. */
    static ShownImages in(String text) {
        Set<String> ids = SHOWN.matcher(text)
                .results()
                .map(found -> bare(decoded(found.group(1))))
                .collect(Collectors.toSet());
        return new ShownImages(ids, HTML.matcher(text).find());
    }

    ShownImages and(ShownImages more) {
        return new ShownImages(
                Stream.concat(ids.stream(), more.ids.stream()).collect(Collectors.toSet()),
                isAllThereIs && more.isAllThereIs);
    }

    /** The same, where the end was not read. */
    ShownImages andPerhapsMore() {
        return new ShownImages(ids, false);
    }

    boolean has(String contentId) {
        return ids.contains(bare(contentId));
    }

    private static String bare(String id) {
        return id.strip().replaceAll("^<|>$", "").toLowerCase(Locale.ROOT);
    }

    /** An address within HTML. */
    private static String decoded(String address) {
        String text = address.replace("&amp;", "&");
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // a stray percent sign
            return text;
        }
    }
}
