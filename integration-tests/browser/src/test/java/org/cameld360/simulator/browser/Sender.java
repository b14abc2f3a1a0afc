package org.cameld360.simulator.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;

/** The business: a plain client of v2. */
final class Sender {

    /** Who it writes to. */
    static final String PERSON = "4915123456789";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final String BOUNDARY = "----------------4f2c9a";

    private final D360Simulator simulator;

    Sender(D360Simulator simulator) {
        this.simulator = simulator;
    }

    String upload(String fileName, String contentType, byte[] content) {
        HttpResponse<String> answer = tryUpload(fileName, contentType, content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return id(answer.body());
    }

    HttpResponse<String> tryUpload(String fileName, String contentType, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(utf8(
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
                        + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: " + contentType + "\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(utf8("\r\n--" + BOUNDARY + "--\r\n"));
        return post("/media", "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    /** Uploads a sample and sends it. The JSON goes behind the id, for example {@code "caption":"Hello"}. */
    String sendSample(String type, String sample, String contentType, String json) {
        return send(PERSON, type, upload(sample, contentType, Samples.read(sample)), json);
    }

    String send(String person, String type, String mediaId, String json) {
        String more = json.isEmpty() ? "" : "," + json;
        return message(person, type, "{\"id\":\"" + mediaId + "\"" + more + "}", "");
    }

    String text(String person, String text) {
        return message(person, "text", "{\"body\":\"" + text + "\"}", "");
    }

    String message(String person, String type, String object, String context) {
        String reply = context.isEmpty() ? "" : ",\"context\":{\"message_id\":\"" + context + "\"}";
        HttpResponse<String> answer =
                tryMessage("{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",\"to\":\"" + person
                        + "\",\"type\":\"" + type + "\",\"" + type + "\":" + object + reply + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return id(answer.body());
    }

    HttpResponse<String> tryMessage(String json) {
        return post("/messages", "application/json", utf8(json));
    }

    private HttpResponse<String> post(String path, String contentType, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUrl(ApiVersion.V2) + path))
                .header("D360-API-KEY", simulator.apiKey())
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return http(request);
    }

    static HttpResponse<String> http(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(String json) {
        Matcher id = ID.matcher(json);
        assertThat(id.find()).as(json).isTrue();
        return id.group(1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
