package org.cameld360.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart form, put together by hand so that it can be wrong. */
final class Form {

    private static final String BOUNDARY = "--------------------------4f2c";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static Form ofFile(String fileName, String contentType, byte[] content) {
        return new Form().field("messaging_product", "whatsapp").file(fileName, contentType, content);
    }

    static Form ofFile(String contentType, byte[] content) {
        return ofFile("a.bin", contentType, content);
    }

    Form field(String name, String value) {
        return part("Content-Disposition: form-data; name=\"" + name + "\"", bytes(value));
    }

    Form file(String fileName, String contentType, byte[] content) {
        return part(
                "Content-Disposition: form-data; name=\"file\"; filename=\"" + fileName + "\"\r\nContent-Type: "
                        + contentType,
                content);
    }

    Form part(String headers, byte[] content) {
        out.writeBytes(bytes("--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n"));
        out.writeBytes(content);
        out.writeBytes(bytes("\r\n"));
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] unclosedBytes() {
        return out.toByteArray();
    }

    byte[] close() {
        return bytes("--" + BOUNDARY + "--\r\n");
    }

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(out.toByteArray());
        all.writeBytes(close());
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
