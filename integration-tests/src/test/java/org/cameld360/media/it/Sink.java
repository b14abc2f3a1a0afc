package org.cameld360.media.it;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes uploads and messages of v1 as fast as they come, and keeps nothing of them but how many each recipient got. */
final class Sink extends LoopbackServer {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *([0-9]+)");
    private static final String RECIPIENT = "\"to\":\"";

    private final long firstRecipient;
    private final AtomicIntegerArray messages;
    private final AtomicInteger uploads = new AtomicInteger();

    /**
     * Starts one on a free port of the loopback.
     *
     * @param firstRecipient the lowest number
     * @param recipients how many follow one another
     */
    Sink(long firstRecipient, int recipients) throws IOException {
        this.firstRecipient = firstRecipient;
        this.messages = new AtomicIntegerArray(recipients);
        listen();
    }

    int messagesTo(int recipient) {
        return messages.get(recipient);
    }

    int uploads() {
        return uploads.get();
    }

    @Override
    void serve(InputStream in, OutputStream out) throws IOException {
        for (String head = head(in); head != null; head = head(in)) {
            Matcher length = LENGTH.matcher(head);
            byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
            answer(out, head.startsWith("POST /v1/messages") ? message(body) : upload());
        }
    }

    private String message(byte[] body) {
        String json = new String(body, StandardCharsets.UTF_8);
        int start = json.indexOf(RECIPIENT) + RECIPIENT.length();
        long to = Long.parseLong(json.substring(start, json.indexOf('"', start)));
        messages.incrementAndGet((int) (to - firstRecipient));
        return "{\"messages\":[{\"id\":\"wamid." + to + "\"}]}";
    }

    private String upload() {
        return "{\"media\":[{\"id\":\"media-" + uploads.incrementAndGet() + "\"}]}";
    }

    private static void answer(OutputStream out, String json) throws IOException {
        out.write(("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: " + json.length()
                        + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Up to the empty line, or {@code null} where no more requests come. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream(256);
        int ends = 0;
        while (ends < 2) {
            int next = in.read();
            if (next < 0) {
                if (head.size() > 0) {
                    throw new EOFException();
                }
                return null;
            }
            head.write(next);
            ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }
}
