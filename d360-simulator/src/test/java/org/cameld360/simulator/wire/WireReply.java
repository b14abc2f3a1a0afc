package org.cameld360.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What came back. Two are equal when status, type, length and body are. */
public final class WireReply {

    private final int status;
    private final Map<String, String> headers = new TreeMap<>();
    private final byte[] body;

    WireReply(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        headers.forEach((name, value) -> this.headers.put(name.toLowerCase(Locale.ROOT), value));
        this.body = body;
    }

    public static WireReply of(int status, String contentType, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return new WireReply(
                status, Map.of("Content-Type", contentType, "Content-Length", Integer.toString(body.length)), body);
    }

    public int status() {
        return status;
    }

    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    public byte[] body() {
        return body;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof WireReply other
                && status == other.status
                && header("Content-Type").equals(other.header("Content-Type"))
                && header("Content-Length").equals(other.header("Content-Length"))
                && Arrays.equals(body, other.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, Arrays.hashCode(body));
    }

    @Override
    public String toString() {
        return status + " " + header("Content-Type") + " " + header("Content-Length") + " " + text();
    }
}
