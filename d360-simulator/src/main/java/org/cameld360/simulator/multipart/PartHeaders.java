package org.cameld360.simulator.multipart;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cameld360.simulator.body.Body;

/** The headers of a part. */
final class PartHeaders {

    private static final Pattern LINE =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([^\\p{Cntrl}]*?)[ \\t]*");
    private static final String DISPOSITION = "content-disposition";
    private static final String TYPE = "content-type";
    private static final String ENCODING = "content-transfer-encoding";

    /** RFC 7578, section 4.7: encodings that change the bytes are deprecated, and nobody decodes them. */
    private static final Set<String> HARMLESS_ENCODINGS = Set.of("binary", "8bit", "7bit");

    private final Map<String, String> headers = new HashMap<>();

    private PartHeaders() {}

    static PartHeaders parse(byte[] bytes) throws MalformedFormException {
        PartHeaders parsed = new PartHeaders();
        for (String line : utf8(bytes).split("\r\n", -1)) {
            parsed.add(line);
        }
        String encoding = parsed.headers.getOrDefault(ENCODING, "binary").toLowerCase(Locale.ROOT);
        if (!HARMLESS_ENCODINGS.contains(encoding)) {
            throw new MalformedFormException("a part is encoded as " + encoding);
        }
        return parsed;
    }

    Part partWith(Body content) throws MalformedFormException {
        String disposition = headers.get(DISPOSITION);
        if (disposition == null) {
            throw new MalformedFormException("a part has no Content-Disposition");
        }
        Disposition parsed = Disposition.parse(disposition);
        return new Part(parsed.name(), parsed.fileName(), headers.getOrDefault(TYPE, ""), content);
    }

    private void add(String line) throws MalformedFormException {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new MalformedFormException("a part has a line that is no header");
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        if (headers.put(name, matcher.group(2)) != null) {
            throw new MalformedFormException("a part has two headers " + name);
        }
    }

    private static String utf8(byte[] bytes) throws MalformedFormException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedFormException("the headers of a part are not UTF-8");
        }
    }
}
