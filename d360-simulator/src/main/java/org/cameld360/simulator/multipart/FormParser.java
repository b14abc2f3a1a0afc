package org.cameld360.simulator.multipart;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads multipart/form-data (RFC 7578) without mercy: every line ends with CRLF, nothing stands before the first delimiter, and nothing but one
 * line end after the last.
 */
public final class FormParser {

    private static final Bytes LINE_END = new Bytes(ascii("\r\n"));
    private static final Bytes HEADERS_END = new Bytes(ascii("\r\n\r\n"));
    private static final Bytes CLOSE = new Bytes(ascii("--"));

    private final byte[] body;
    private final Bytes delimiter;
    private final List<Part> parts = new ArrayList<>();

    private FormParser(byte[] body, byte[] delimiter) {
        this.body = body;
        this.delimiter = new Bytes(ascii("\r\n" + new String(delimiter, StandardCharsets.US_ASCII)));
    }

    public static List<Part> parse(String contentType, byte[] body) throws MalformedFormException {
        byte[] delimiter = Boundary.delimiterIn(contentType);
        if (!new Bytes(delimiter).startsAt(body, 0)) {
            throw new MalformedFormException("it does not begin with the boundary");
        }
        FormParser parser = new FormParser(body, delimiter);
        int at = delimiter.length;
        while (!CLOSE.startsAt(body, at)) {
            at = parser.part(at);
        }
        parser.end(at + CLOSE.length());
        return List.copyOf(parser.parts);
    }

    /** Reads a part from behind one delimiter to behind the next. */
    private int part(int at) throws MalformedFormException {
        if (!LINE_END.startsAt(body, at)) {
            throw new MalformedFormException("a boundary is not followed by a line end");
        }
        int headersEnd = HEADERS_END.indexIn(body, at);
        if (headersEnd < 0) {
            throw new MalformedFormException("the headers of a part do not end");
        }
        int contentStart = headersEnd + HEADERS_END.length();
        // A part without content has its delimiter right behind the headers, which share their line end with it.
        int contentEnd = delimiter.indexIn(body, contentStart - LINE_END.length());
        if (contentEnd < 0) {
            throw new MalformedFormException("there is no closing boundary");
        }
        if (contentEnd < contentStart) {
            throw new MalformedFormException("a part has no empty line behind its headers");
        }
        int headersStart = at + LINE_END.length();
        PartHeaders headers =
                PartHeaders.parse(ByteBuffer.wrap(body, headersStart, Math.max(0, headersEnd - headersStart)));
        ByteBuffer content =
                ByteBuffer.wrap(body, contentStart, contentEnd - contentStart).slice();
        parts.add(headers.partWith(content));
        return contentEnd + delimiter.length();
    }

    private void end(int at) throws MalformedFormException {
        boolean clean = at == body.length || (LINE_END.startsAt(body, at) && at + LINE_END.length() == body.length);
        if (!clean) {
            throw new MalformedFormException("something follows the closing boundary");
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
