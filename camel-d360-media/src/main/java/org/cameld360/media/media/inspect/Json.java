package org.cameld360.media.media.inspect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** JSON (RFC 8259): an object or a list that is well-formed as far as the head reaches. A bracket alone begins many a note. */
final class Json {

    private final String text;
    private final boolean more;
    private int at;

    private Json(String text, boolean more) {
        this.text = text;
        this.more = more;
    }

    static boolean read(View view, Findings findings) throws IOException {
        int mark = view.has(0, "\u00EF\u00BB\u00BF") ? 3 : 0;
        int length = (int) Math.min(View.HEAD, view.length()) - mark;
        String text = new String(view.bytes(mark, length), StandardCharsets.ISO_8859_1);
        if (!new Json(text, view.length() > View.HEAD).isDocument()) {
            return false;
        }
        findings.contentType("application/json");
        return true;
    }

    /** Keeps the open brackets itself rather than on the stack, as there may be thousands. */
    private boolean isDocument() {
        StringBuilder open = new StringBuilder();
        boolean value = true; // whether one has to come, rather than a comma or the end
        skipBlanks();
        if (end() || (text.charAt(at) != '{' && text.charAt(at) != '[')) {
            return false;
        }
        while (true) {
            skipBlanks();
            if (end()) {
                return more;
            }
            char c = text.charAt(at);
            if (value && (c == '{' || c == '[')) {
                at++;
                open.append(c == '{' ? '}' : ']');
                skipBlanks();
                value = end() || text.charAt(at) != (c == '{' ? '}' : ']');
                if (value && c == '{' && !name()) {
                    return more && end();
                }
            } else if (value) {
                if (!scalar(c)) {
                    return more && end();
                }
                value = false;
            } else if (c == open.charAt(open.length() - 1)) {
                at++;
                open.setLength(open.length() - 1);
                if (open.isEmpty()) {
                    skipBlanks();
                    return end();
                }
            } else if (c == ',') {
                at++;
                value = true;
                if (open.charAt(open.length() - 1) == '}' && !name()) {
                    return more && end();
                }
            } else {
                return false;
            }
        }
    }

    private boolean name() {
        skipBlanks();
        if (end() || text.charAt(at) != '"' || !string()) {
            return false;
        }
        skipBlanks();
        if (end() || text.charAt(at) != ':') {
            return false;
        }
        at++;
        return true;
    }

    private boolean scalar(char first) {
        if (first == '"') {
            return string();
        }
        int from = at;
        while (!end() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at)
                .matches("true|false|null|-?(?:0|[1-9]\\d*+)(?:\\.\\d++)?+(?:[eE][+-]?+\\d++)?+");
    }

    private boolean string() {
        at++;
        while (!end() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, text.length() + 1);
        boolean closed = at <= text.length();
        at = Math.min(at, text.length());
        return closed;
    }

    private boolean end() {
        return at >= text.length();
    }

    private void skipBlanks() {
        while (!end() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
