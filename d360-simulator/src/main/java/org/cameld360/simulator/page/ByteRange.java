package org.cameld360.simulator.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes (RFC 9110, section 14), for players that jump.
 *
 * @param to the first byte that is not in it
 */
record ByteRange(long from, long to) {

    private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /**
     * Empty where the whole has to be sent, as with several ranges or nonsense.
     *
     * @throws PageException with status 416 where nothing of the range is there
     */
    static Optional<ByteRange> parse(String header, long size) {
        Matcher range = ONE.matcher(header);
        if (!range.matches() || header.equals("bytes=-")) {
            return Optional.empty();
        }
        String first = range.group(1);
        String last = range.group(2);
        long from = first.isEmpty() ? Math.max(0, size - Long.parseLong(last)) : Long.parseLong(first);
        long to = first.isEmpty() || last.isEmpty() ? size : Math.min(size, Long.parseLong(last) + 1);
        if (from >= to) {
            throw new PageException(416, "there are " + size + " bytes only");
        }
        return Optional.of(new ByteRange(from, to));
    }
}
