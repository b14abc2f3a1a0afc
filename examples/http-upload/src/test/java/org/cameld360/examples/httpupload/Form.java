package org.cameld360.examples.httpupload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** A multipart form, written as browsers and curl write it: names go out as they are, but for quotes and line ends. */
final class Form {

    static final String CONTENT_TYPE = "multipart/form-data; boundary=part-of-a-form";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Form field(String name, String value) {
        return part("name=\"" + name + "\"", null, value.getBytes(UTF_8));
    }

    Form file(String name, String fileName, byte[] content) {
        return part("name=\"" + name + "\"; filename=\"" + fileName + "\"", "application/octet-stream", content);
    }

    private Form part(String disposition, String type, byte[] content) {
        bytes.writeBytes(
                ("--part-of-a-form\r\nContent-Disposition: form-data; " + disposition + "\r\n").getBytes(UTF_8));
        if (type != null) {
            bytes.writeBytes(("Content-Type: " + type + "\r\n").getBytes(UTF_8));
        }
        bytes.writeBytes("\r\n".getBytes(UTF_8));
        bytes.writeBytes(content);
        bytes.writeBytes("\r\n".getBytes(UTF_8));
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(bytes.toByteArray());
        whole.writeBytes("--part-of-a-form--\r\n".getBytes(UTF_8));
        return whole.toByteArray();
    }

    HttpRequest.Builder on(HttpRequest.Builder request) {
        return request.header("Content-Type", CONTENT_TYPE).POST(BodyPublishers.ofByteArray(bytes()));
    }
}
