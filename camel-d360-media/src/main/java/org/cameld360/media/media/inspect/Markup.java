package org.cameld360.media.media.inspect;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML, SVG and other XML, by the first element. */
final class Markup {

    /** Blanks, declarations, comments: what may stand before the first element. Possessive, so that nothing is tried twice. */
    private static final String PROLOGUE = "\\s*+(?:<\\?[^>]*+>\\s*+|<!--(?:[^-]|-(?!->))*+-->\\s*+)*+";

    private static final Pattern START =
            Pattern.compile(PROLOGUE + "(?:<!doctype\\s++([a-z][a-z0-9:_-]*+)|<([a-z_][a-z0-9:._-]*+)[\\s/>])");

    private Markup() {}

    static boolean read(View view, Findings findings) throws IOException {
        byte[] head = view.bytes(0, (int) Math.min(View.HEAD, view.length()));
        if (Utf8.hasControls(head)) {
            return false;
        }
        int mark = view.has(0, "\u00EF\u00BB\u00BF") ? 3 : 0;
        String text = view.latin1(mark, head.length - mark).toLowerCase(Locale.ROOT);
        boolean xml = text.stripLeading().startsWith("<?xml");
        Matcher start = START.matcher(text);
        if (start.lookingAt()) {
            String element = start.group(1) != null ? start.group(1) : start.group(2);
            switch (element) {
                case "html" -> {
                    findings.contentType(xml ? "application/xhtml+xml" : "text/html");
                    return true;
                }
                case "svg", "svg:svg" -> {
                    findings.contentType("image/svg+xml");
                    return true;
                }
                default -> {}
            }
        }
        if (xml) {
            findings.contentType("application/xml");
        }
        return xml;
    }
}
