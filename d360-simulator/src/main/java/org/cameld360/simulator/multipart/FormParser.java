package org.cameld360.simulator.multipart;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cameld360.simulator.body.Body;
import org.cameld360.simulator.body.Bytes;

/**
 * Reads multipart/form-data (RFC 7578) without mercy: every line ends with CRLF, nothing stands before the first delimiter, and nothing but one
 * line end after the last.
 */
public final class FormParser {

    private static final Bytes LINE_END = Bytes.ascii("\r\n");
    private static final Bytes HEADERS_END = Bytes.ascii("\r\n\r\n");
    private static final Bytes CLOSE = Bytes.ascii("--");

    /** Many more than an upload has, so that a form cannot consist of nothing but parts. */
    private static final int MAX_PARTS = 50;

    /** Some clients write long names, none writes more than this. */
    private static final int MAX_HEADERS = 1024 * 1024;

    private final Body body;
    private final Bytes delimiter;
    private final List<Part> parts = new ArrayList<>();

    private FormParser(Body body, byte[] delimiter) {
        this.body = body;
        this.delimiter = Bytes.ascii("\r\n" + new String(delimiter, StandardCharsets.US_ASCII));
    }

    public static List<Part> parse(String contentType, Body body) throws MalformedFormException {
        byte[] delimiter = Boundary.delimiterIn(contentType);
        if (!body.startsAt(new Bytes(delimiter), 0)) {
            throw new MalformedFormException("it does not begin with the boundary");
        }
        FormParser parser = new FormParser(body, delimiter);
        long at = delimiter.length;
        while (!body.startsAt(CLOSE, at)) {
            at = parser.part(at);
        }
        parser.end(at + CLOSE.length());
        return List.copyOf(parser.parts);
    }

    /** Reads a part from behind one delimiter to behind the next. */
    private long part(long at) throws MalformedFormException {
        if (!body.startsAt(LINE_END, at)) {
            throw new MalformedFormException("a boundary is not followed by a line end");
        }
        long headersEnd = body.indexOf(HEADERS_END, at);
        if (headersEnd < 0 || headersEnd - at > MAX_HEADERS) {
            throw new MalformedFormException("the headers of a part do not end");
        }
        long contentStart = headersEnd + HEADERS_END.length();
        // A part without content has its delimiter right behind the headers, which share their line end with it.
        long contentEnd = body.indexOf(delimiter, contentStart - LINE_END.length());
        if (contentEnd < 0) {
            throw new MalformedFormException("there is no closing boundary");
        }
        if (contentEnd < contentStart) {
            throw new MalformedFormException("a part has no empty line behind its headers");
        }
        long headersStart = at + LINE_END.length();
        PartHeaders headers = PartHeaders.parse(
                body.slice(headersStart, Math.max(headersStart, headersEnd)).bytes());
        if (parts.size() == MAX_PARTS) {
            throw new MalformedFormException("it has more than " + MAX_PARTS + " parts");
        }
        parts.add(headers.partWith(body.slice(contentStart, contentEnd)));
        return contentEnd + delimiter.length();
    }

    private void end(long at) throws MalformedFormException {
        boolean clean = at == body.size() || (body.startsAt(LINE_END, at) && at + LINE_END.length() == body.size());
        if (!clean) {
            throw new MalformedFormException("something follows the closing boundary");
        }
    }
}
