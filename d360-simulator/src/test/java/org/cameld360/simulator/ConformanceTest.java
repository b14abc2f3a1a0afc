package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.simulator.fault.CallPattern.anyCall;
import static org.cameld360.simulator.fault.Failure.with503ThenOk;
import static org.cameld360.simulator.fault.Failure.withStatus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.cameld360.simulator.wire.Curl;
import org.cameld360.simulator.wire.JavaHttp;
import org.cameld360.simulator.wire.WireClient;
import org.cameld360.simulator.wire.WireReply;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threeten.extra.MutableClock;

/** The examples of 360dialog's and Meta's pages, as they are printed there, sent by two clients that know nothing of this project. */
class ConformanceTest {

    private static final String LOOKASIDE = "https://lookaside.fbsbx.com";

    @RegisterExtension
    static final D360SimulatorExtension EXTENSION = new D360SimulatorExtension(D360Simulator.builder()
            .apiKeys("a1B2c3D4e5F6_AK")
            .clock(MutableClock.of(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC)));

    @TempDir
    private Path folder;

    private D360Simulator simulator;
    private String v1;
    private String v2;
    private Path image;

    @BeforeEach
    void connect() throws IOException {
        simulator = EXTENSION.simulator();
        v1 = simulator.baseUrl(ApiVersion.V1);
        v2 = simulator.baseUrl(ApiVersion.V2);
        image = Files.write(folder.resolve("file.jpg"), Samples.file("photo.jpg"));
    }

    static Stream<WireClient> clients() {
        return Stream.of(new Curl(), new JavaHttp());
    }

    @ParameterizedTest
    @MethodSource("clients")
    void uploadsGetsAndDeletesOnV1(WireClient client) throws IOException {
        available(client);
        WireReply uploaded = client.send("POST", v1 + "/media", key("Content-Type: image/jpeg"), image);
        assertThat(uploaded.status()).isEqualTo(200);
        assertThat(uploaded.header("Content-Type")).isEqualTo("application/json");
        assertThat(uploaded.text())
                .matches("\\{\"media\":\\[\\{\"id\":\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}"
                        + "-[0-9a-f]{12}\"}]}");
        String media = v1 + "/media/" + uploaded.text().substring(17, 53);

        WireReply got = client.send("GET", media, key(), null);
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(got.header("Content-Length")).isEqualTo(Long.toString(Files.size(image)));
        assertThat(got.body()).isEqualTo(Files.readAllBytes(image));

        assertThat(client.send("DELETE", media, key(), null)).isEqualTo(empty(200));
        assertThat(client.send("GET", media, key(), null)).isEqualTo(empty(404));
        assertThat(client.send("DELETE", media, key(), null)).isEqualTo(empty(404));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void sendsTheExamplesOfV1(WireClient client) throws IOException {
        available(client);
        String id = client.send("POST", v1 + "/media", key("Content-Type: image/jpeg"), image)
                .text()
                .substring(17, 53);
        for (String message : new String[] {
            "{\"recipient_type\":\"individual\",\"to\":\"250788123123\",\"type\":\"image\",\"image\":{\"id\":\"" + id
                    + "\",\"caption\":\"your-image-caption\"}}",
            "{\"to\":\"250788123123\",\"type\":\"document\",\"document\":{\"link\":\"https://foo.bar/document.pdf\","
                    + "\"caption\":\"document caption\",\"filename\":\"document.pdf\"}}",
            "{\"to\":\"250788123123\",\"type\":\"text\",\"preview_url\":true,\"text\":{\"body\":\"http://foo.bar\"}}"
        }) {
            WireReply sent = json(client, v1 + "/messages", message);
            assertThat(sent.status()).isEqualTo(201);
            assertThat(sent.text())
                    .matches("\\{\"messages\":\\[\\{\"id\":\"gBGG[A-Za-z0-9+/]{24}\"}],"
                            + "\"meta\":\\{\"api_status\":\"stable\",\"version\":\"2\\.35\\.4\"}}");
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void refusesOnV1InBothFamiliesOfErrors(WireClient client) throws IOException {
        available(client);
        assertThat(client.send("GET", v1 + "/media/1", headers("D360-API-KEY: wrong"), null))
                .isEqualTo(jsonReply(
                        401,
                        "{\"meta\":{\"httpCode\":404,\"developerMessage\":\"Invalid api_key or token expired\","
                                + "\"success\":false}}"));
        assertThat(client.send("GET", v1 + "/stickers", key(), null))
                .isEqualTo(jsonReply(
                        403,
                        "{\"meta\":{\"httpCode\":403,\"developerMessage\":\"This URL /v1/stickers is blocked\","
                                + "\"success\":false}}"));
        assertThat(json(
                        client,
                        v1 + "/messages",
                        "{\"to\":\"250788123123\",\"type\":\"image\",\"image\":{\"id\":\"x\"}}"))
                .isEqualTo(jsonReply(
                        404,
                        "{\"errors\":[{\"code\":1006,\"title\":\"Resource not found\",\"details\":\"Param image.id is not"
                                + " a valid whatsapp business account media attachment ID\"}],\"meta\":"
                                + "{\"api_status\":\"stable\",\"version\":\"2.35.4\"}}"));
        simulator.next(anyCall()).fails(withStatus(555));
        assertThat(client.send("GET", v1 + "/media/1", key(), null))
                .isEqualTo(jsonReply(
                        555,
                        "{\"meta\":{\"success\":false,\"http_code\":555,"
                                + "\"developer_message\":\"Internal server error\"}}"));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void uploadsDescribesDownloadsAndDeletesOnV2(WireClient client) throws IOException {
        available(client);
        WireReply uploaded = client.upload(v2 + "/media", key(), "messaging_product=whatsapp", image, "image/jpeg");
        assertThat(uploaded.status()).isEqualTo(200);
        assertThat(uploaded.text()).matches("\\{\"id\":\"[0-9]{16,}\"}");
        String id = uploaded.text().replaceAll("[^0-9]", "");

        WireReply described = client.send("GET", v2 + "/" + id, key(), null);
        assertThat(described.status()).isEqualTo(200);
        assertThat(described.header("Content-Type")).isEqualTo("application/json");
        assertThat(described.text())
                .matches(
                        "\\{\"url\":\"https:\\\\/\\\\/lookaside\\.fbsbx\\.com\\\\/whatsapp_business\\\\/attachments\\\\/"
                                + "\\?mid=" + id
                                + "&ext=1795435500&hash=AT[A-Za-z0-9_-]+\",\"mime_type\":\"image\\\\/jpeg\","
                                + "\"sha256\":\"[0-9a-f]{64}\",\"file_size\":" + Files.size(image) + ",\"id\":\"" + id
                                + "\",\"messaging_product\":\"whatsapp\"}");
        String url = described
                .text()
                .replaceFirst("\\{\"url\":\"([^\"]+)\".*", "$1")
                .replace("\\/", "/")
                .replace(LOOKASIDE, v2);

        WireReply downloaded = client.send("GET", url, key(), null);
        assertThat(downloaded.status()).isEqualTo(200);
        assertThat(downloaded.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(downloaded.body()).isEqualTo(Files.readAllBytes(image));
        assertThat(client.send("GET", url, headers(), null))
                .isEqualTo(jsonReply(401, "{\"error\":\"Invalid API key\"}"));

        assertThat(client.send("DELETE", v2 + "/" + id, key(), null)).isEqualTo(jsonReply(200, "{\"success\":true}"));
        assertThat(client.send("GET", url, key(), null)).isEqualTo(jsonReply(404, "{\"error\":\"Not Found\"}"));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void sendsTheExamplesOfV2(WireClient client) throws IOException {
        available(client);
        String id = client.upload(v2 + "/media", key(), "messaging_product=whatsapp", image, "image/jpeg")
                .text()
                .replaceAll("[^0-9]", "");
        WireReply sent = json(
                client,
                v2 + "/messages",
                "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",\"to\":\"+16505551234\","
                        + "\"type\":\"image\",\"image\":{\"id\":\"" + id + "\",\"caption\":\"your-image-caption\"}}");
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.header("Content-Type")).isEqualTo("application/json");
        assertThat(sent.text())
                .matches("\\{\"messaging_product\":\"whatsapp\",\"contacts\":\\[\\{\"input\":\"\\+16505551234\","
                        + "\"wa_id\":\"16505551234\"}],\"messages\":\\[\\{\"id\":\"wamid\\.HBgM[A-Za-z0-9+/=]+\"}]}");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void refusesOnV2InAllFourShapes(WireClient client) throws IOException {
        available(client);
        Path bytes = Files.write(folder.resolve("file.bin"), new byte[] {1});
        WireReply graph =
                client.upload(v2 + "/media", key(), "messaging_product=whatsapp", bytes, "application/octet-stream");
        assertThat(graph.status()).isEqualTo(400);
        assertThat(graph.text())
                .startsWith(
                        "{\"error\":{\"message\":\"(#100) Param file must be a file with one of the following types: ")
                .contains(
                        "Received file of type 'application\\/octet-stream'.\",\"type\":\"OAuthException\",\"code\":100,");

        assertThat(client.send("GET", v2 + "/media/1", key(), null))
                .isEqualTo(jsonReply(403, "{\"error\":\"This URL /media/1 is blocked\"}"));

        WireReply unknown = client.send("GET", v2 + "/735292130900654", key(), null);
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text())
                .startsWith(
                        "{\"error\":{\"message\":\"Unsupported get request. Object with ID '735292130900654' does not"
                                + " exist")
                .contains("\"code\":100,\"error_subcode\":33,");

        simulator.next(anyCall()).fails(withStatus(555));
        assertThat(client.send("GET", v2 + "/1", key(), null))
                .isEqualTo(jsonReply(
                        555,
                        "{\"meta\":{\"success\":false,\"http_code\":555,"
                                + "\"developer_message\":\"Internal server error\"}}"));

        simulator.next(anyCall()).fails(with503ThenOk());
        WireReply page = client.send("GET", v2 + "/1", key(), null);
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Content-Type")).isEqualTo("text/html");
        assertThat(page.text())
                .startsWith("<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void setsTheWebhookOfTheExample(WireClient client) throws IOException {
        available(client);
        String settings = "{\"url\":\"https://www.example.com/webhook\",\"headers\":{\"Authorization\":\"Basic abc\"}}";

        assertThat(json(client, v2 + "/v1/configs/webhook", settings)).isEqualTo(jsonReply(200, settings));
        assertThat(client.send("GET", v1 + "/configs/webhook", key(), null)).isEqualTo(jsonReply(200, settings));
    }

    private static void available(WireClient client) {
        Assumptions.assumeTrue(
                client.isThere(), client + " is not installed: its half of the conformance test is left out");
    }

    private WireReply json(WireClient client, String url, String body) throws IOException {
        return client.send(
                "POST",
                url,
                key("Content-Type: application/json"),
                Files.writeString(folder.resolve("body.json"), body));
    }

    private static String[] key(String... others) {
        return Stream.concat(Stream.of("D360-API-KEY: a1B2c3D4e5F6_AK"), Arrays.stream(others))
                .toArray(String[]::new);
    }

    private static String[] headers(String... headers) {
        return headers;
    }

    private static WireReply empty(int status) {
        return WireReply.of(status, "", "");
    }

    private static WireReply jsonReply(int status, String body) {
        return WireReply.of(status, "application/json", body);
    }
}
