package org.cameld360.simulator.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The client of the JDK. */
public final class JavaHttp implements WireClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public WireReply send(String method, String url, String[] headers, Path body) throws IOException {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofFile(body);
        return send(url, headers, method, publisher);
    }

    @Override
    public WireReply upload(String url, String[] headers, String field, Path file, String type) throws IOException {
        int mark = field.indexOf('=');
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(ascii("--x\r\nContent-Disposition: form-data; name=\"" + field.substring(0, mark) + "\"\r\n\r\n"
                + field.substring(mark + 1) + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + file.getFileName() + "\"\r\nContent-Type: " + type + "\r\n\r\n"));
        form.writeBytes(Files.readAllBytes(file));
        form.writeBytes(ascii("\r\n--x--\r\n"));
        String[] more = new String[headers.length + 1];
        System.arraycopy(headers, 0, more, 0, headers.length);
        more[headers.length] = "Content-Type: multipart/form-data; boundary=x";
        return send(url, more, "POST", BodyPublishers.ofByteArray(form.toByteArray()));
    }

    @Override
    public String toString() {
        return "java.net.http";
    }

    private static WireReply send(String url, String[] headers, String method, BodyPublisher body) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).method(method, body).timeout(Duration.ofSeconds(20));
        for (String header : headers) {
            int colon = header.indexOf(':');
            request.header(
                    header.substring(0, colon), header.substring(colon + 1).strip());
        }
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            Map<String, String> received = new TreeMap<>();
            response.headers().map().forEach((name, values) -> received.put(name, values.get(0)));
            return new WireReply(response.statusCode(), received, response.body());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
