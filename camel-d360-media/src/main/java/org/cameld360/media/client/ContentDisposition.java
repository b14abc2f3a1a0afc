package org.cameld360.media.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicHeaderValueParser;
import org.apache.hc.core5.http.message.ParserCursor;
import org.jspecify.annotations.Nullable;

/** The file name in a {@code Content-Disposition} header (RFC 6266). */
public final class ContentDisposition {

    private static final String UTF_8 = "utf-8''";

    private ContentDisposition() {}

    /** The name as it was given, not made safe; {@code null} where there is none. */
    public static @Nullable String fileName(@Nullable String header) {
        if (header == null) {
            return null;
        }
        HeaderElement[] elements =
                BasicHeaderValueParser.INSTANCE.parseElements(header, new ParserCursor(0, header.length()));
        if (elements.length == 0) {
            return null;
        }
        String extended = parameter(elements[0], "filename*");
        if (extended != null && extended.toLowerCase(Locale.ROOT).startsWith(UTF_8)) {
            try {
                return URLDecoder.decode(
                        extended.substring(UTF_8.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                // malformed percent signs: the plain parameter serves
            }
        }
        return parameter(elements[0], "filename");
    }

    private static @Nullable String parameter(HeaderElement element, String name) {
        NameValuePair pair = element.getParameterByName(name);
        return pair == null ? null : pair.getValue();
    }
}
