package org.cameld360.simulator.multipart;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The delimiter of a form's parts, from the request's Content-Type (RFC 2046, section 5.1.1). */
final class Boundary {

    private static final String CHARS = "0-9A-Za-z'()+_,./:=?\\-";
    private static final String QUOTED = "\"([" + CHARS + " ]{0,69}[" + CHARS + "])\"";
    private static final String TOKEN = "([0-9A-Za-z'+_.-]{1,70})";
    private static final Pattern CONTENT_TYPE = Pattern.compile(
            "multipart/form-data\\s*;(?:[^\"]*;)?\\s*boundary=(?:" + QUOTED + "|" + TOKEN + ")\\s*(?:;.*)?",
            Pattern.CASE_INSENSITIVE);

    private Boundary() {}

    /** Two hyphens and the boundary. */
    static byte[] delimiterIn(String contentType) throws MalformedFormException {
        Matcher matcher = CONTENT_TYPE.matcher(contentType);
        if (!matcher.matches()) {
            throw new MalformedFormException("the Content-Type is not multipart/form-data with a boundary");
        }
        String boundary = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return ("--" + boundary).getBytes(StandardCharsets.US_ASCII);
    }
}
