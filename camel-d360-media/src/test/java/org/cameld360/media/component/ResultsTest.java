package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.PartsFailedException;
import org.cameld360.media.SendReport;
import org.cameld360.media.UploadedMedia;
import org.cameld360.simulator.ApiVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How results read: as text, as a map, as JSON. */
class ResultsTest extends SimulatedRoutes {

    private static final List<Class<?>> TYPES = List.of(
            String.class, InputStream.class, byte[].class, Map.class, JsonNode.class, SendReport.class, Object.class);

    @Override
    protected RoutesBuilder[] createRouteBuilders() {
        return new RoutesBuilder[] {
            createRouteBuilder(),
            new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:marshal").marshal().json(JsonLibrary.Jackson);
                    from("direct:unmarshal").unmarshal().json(JsonLibrary.Jackson, SendReport.class);
                    for (ApiVersion version : ApiVersion.values()) {
                        for (Map.Entry<String, String> operation : Map.of(
                                        "upload", "upload",
                                        "get", "get",
                                        "send", "send?to=49151234567",
                                        "sendBoth", "send?to=49151234567,49151234568")
                                .entrySet()) {
                            for (Class<?> type : TYPES) {
                                from("direct:as:" + operation.getKey() + ":" + version + ":" + type.getTypeName())
                                        .to(scheme(version) + ":" + operation.getValue())
                                        .convertBodyTo(type);
                            }
                        }
                    }
                    from("direct:json").to("d360-media:upload").marshal().json(JsonLibrary.Jackson);
                    from("direct:simple").to("d360-media:upload").setBody(simple("${body} ${body.type}"));
                    from("direct:report")
                            .to("d360-v2:send?to=49151234567,49151234568")
                            .convertBodyTo(JsonNode.class);
                }
            }
        };
    }

    @Test
    void uploadedMediaReadsAsItsIdAMapAndJson() throws Exception {
        UploadedMedia uploaded = template.requestBody("direct:uploadV1", sample("photo.jpg"), UploadedMedia.class);

        assertThat(convert(uploaded, String.class)).isEqualTo(uploaded.id());
        assertThat(convert(uploaded, Map.class))
                .containsEntry("id", uploaded.id())
                .containsEntry("type", "image")
                .containsEntry("contentType", "image/jpeg")
                .containsEntry("fileName", "photo.jpg")
                .containsEntry("size", uploaded.size())
                .containsEntry("sha256", uploaded.sha256())
                .containsEntry("expiresAt", uploaded.expiresAt().toString());
        assertThat(convert(uploaded, JsonNode.class).path("id").textValue()).isEqualTo(uploaded.id());
        JsonNode marshalled =
                new ObjectMapper().readTree(template.requestBody("direct:json", sample("photo.jpg"), byte[].class));
        assertThat(marshalled.path("contentType").textValue()).isEqualTo("image/jpeg");
        assertThat(marshalled.path("expiresAt").textValue()).endsWith("Z");
    }

    @Test
    void simpleSeesTheIdAndTheFields() {
        assertThat(template.requestBody("direct:simple", sample("photo.jpg"), String.class))
                .matches("[0-9a-f-]{36} image");
    }

    @Test
    void aReportReadsAsJson() {
        JsonNode report = template.requestBody("direct:report", sample("photo.jpg"), JsonNode.class);

        assertThat(report.path("rows")).hasSize(2);
        assertThat(report.path("rows").path(1).path("to").textValue()).isEqualTo("49151234568");
        assertThat(report.path("rows").path(1).path("sent").booleanValue()).isTrue();
    }

    /** The route, and what it reads as. */
    static Stream<Arguments> readings() {
        String id = "[0-9a-f-]{36}";
        String message = "[A-Za-z0-9._=+/-]{10,}";
        String json = "\\{\"complete\":true,\"rows\":\\[\\{\"part\":1,.*\"sent\":true.*}]}";
        return Stream.of(
                        Map.entry("upload", id), Map.entry("send", message),
                        Map.entry("sendBoth", json), Map.entry("get", "Guten Tag, 你好\\s*"))
                .flatMap(each -> Stream.of(ApiVersion.values())
                        .flatMap(version -> Stream.of("java.lang.String", "java.io.InputStream", "byte[]")
                                .map(type -> Arguments.of(
                                        each.getKey(),
                                        version,
                                        type,
                                        each.getKey().equals("upload") && version == ApiVersion.V2
                                                ? "[0-9]{10,}"
                                                : each.getValue()))));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void everyResultReadsAsTextAndAsAStreamOfIt(String route, ApiVersion version, String type, String expected) {
        Object read = result("direct:as:" + route + ":" + version + ":" + type, version);

        assertThat(read.getClass().getName()).doesNotStartWith("org.cameld360");
        assertThat(context.getTypeConverter().convertTo(String.class, read)).matches("(?s)" + expected);
    }

    @ParameterizedTest
    @CsvSource({"upload, id", "send, messageId", "sendBoth, rows"})
    void everyResultReadsAsAMapAndAsJson(String route, String field) {
        for (ApiVersion version : ApiVersion.values()) {
            assertThat((Map<?, ?>) result("direct:as:" + route + ":" + version + ":java.util.Map", version))
                    .extracting(map -> map.get(field))
                    .isNotNull();
            JsonNode json = (JsonNode)
                    result("direct:as:" + route + ":" + version + ":com.fasterxml.jackson.databind.JsonNode", version);
            assertThat(json.hasNonNull(field)).isTrue();
        }
    }

    @Test
    void aReportComesBackFromWhateverItWasKeptIn() {
        SendReport report = (SendReport) result("direct:as:sendBoth:V2:org.cameld360.media.SendReport", ApiVersion.V2);

        for (Class<?> type : List.of(String.class, InputStream.class, byte[].class, Map.class, JsonNode.class)) {
            assertThat(convert(convert(report, type), SendReport.class))
                    .as(type.getName())
                    .isEqualTo(report);
        }
        assertThat(convert(new PartsFailedException("", report, new RuntimeException()), SendReport.class))
                .isEqualTo(report);
        byte[] marshalled = template.requestBody("direct:marshal", report, byte[].class);
        assertThat(template.requestBody("direct:unmarshal", marshalled)).isEqualTo(report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "send", "sendBoth"})
    void aResultIsNoMedia(String route) {
        Object result = result("direct:as:" + route + ":V1:java.lang.Object", ApiVersion.V1);

        Exchange refused =
                template.request("direct:uploadV1", e -> e.getMessage().setBody(result));

        assertThat(refused.getException())
                .isInstanceOf(MediaRejectedException.class)
                .hasMessageContaining("which holds no media");
    }

    private Object result(String route, ApiVersion version) {
        String mediaId = template.requestBody("direct:upload" + version, sample("note.txt"), String.class);
        return template.requestBodyAndHeaders(
                route,
                route.contains(":get:") ? null : sample("note.txt"),
                route.contains(":get:") ? Map.of("CamelD360MediaId", mediaId) : Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void expiryIsTheRetentionOfTheGeneration(ApiVersion version) {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        context.getComponent(scheme(version), D360MediaComponent.class).setClock(Clock.fixed(now, ZoneOffset.UTC));

        UploadedMedia uploaded =
                template.requestBody("direct:upload" + version, sample("photo.jpg"), UploadedMedia.class);

        assertThat(Duration.between(now, uploaded.expiresAt()).toDays()).isEqualTo(version == ApiVersion.V1 ? 14 : 30);
    }

    @Test
    void anEmptyReportIsComplete() {
        assertThat(new SendReport(List.of()).isComplete()).isTrue();
    }

    private <T> T convert(Object value, Class<T> type) {
        return context.getTypeConverter()
                .convertTo(type, context.getEndpoint("direct:json").createExchange(), value);
    }
}
