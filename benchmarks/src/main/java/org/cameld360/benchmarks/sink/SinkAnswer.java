package org.cameld360.benchmarks.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What 360dialog would answer, on either generation. A medium to download has as many bytes as the number in its id says. */
final class SinkAnswer {

    private static final byte[] ZEROES = new byte[64 * 1024];

    private final byte[] head;
    private final long zeroes;

    private SinkAnswer(byte[] head, long zeroes) {
        this.head = head;
        this.zeroes = zeroes;
    }

    byte[] head() {
        return head;
    }

    static SinkAnswer to(String method, String path) {
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        String last = plain.substring(plain.lastIndexOf('/') + 1);
        if (method.equals("GET")) {
            return plain.startsWith("/v1/") || plain.startsWith("/download/")
                    ? medium(Long.parseLong(last))
                    : json("200 OK", "{\"messaging_product\":\"whatsapp\",\"id\":\"" + last
                            + "\",\"mime_type\":\"application/pdf\",\"url\":\"https://lookaside.fbsbx.com/download/" + last
                            + "\",\"file_size\":" + last + "}");
        }
        if (method.equals("DELETE")) {
            return json("200 OK", "{\"success\":true}");
        }
        boolean v1 = plain.startsWith("/v1/");
        if (last.equals("messages")) {
            String messages = "\"messages\":[{\"id\":\"wamid.HBgNNDkxNTEyMzQ1NjcVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA\"}]";
            return v1
                    ? json("201 Created", "{" + messages + ",\"meta\":{\"api_status\":\"stable\",\"version\":\"2.35.4\"}}")
                    : json("200 OK", "{\"messaging_product\":\"whatsapp\"," + messages + "}");
        }
        return v1
                ? json("200 OK", "{\"media\":[{\"id\":\"f043afd0-f0ae-4b9c-ab3d-696fb4c8cd68\"}]}")
                : json("200 OK", "{\"id\":\"1166846181421424\"}");
    }

    private static SinkAnswer json(String status, String body) {
        return new SinkAnswer(
                ("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                                + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII),
                0);
    }

    private static SinkAnswer medium(long bytes) {
        return new SinkAnswer(
                ("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: " + bytes + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII),
                bytes);
    }

    void write(OutputStream out) throws IOException {
        out.write(head);
        for (long left = zeroes; left > 0; left -= ZEROES.length) {
            out.write(ZEROES, 0, (int) Math.min(left, ZEROES.length));
        }
        out.flush();
    }
}
