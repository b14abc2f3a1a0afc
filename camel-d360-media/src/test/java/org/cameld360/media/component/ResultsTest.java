package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.cameld360.media.SendReport;
import org.cameld360.media.UploadedMedia;
import org.cameld360.simulator.ApiVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How results read: as text, as a map, as JSON. */
class ResultsTest extends SimulatedRoutes {

    @Override
    protected RoutesBuilder[] createRouteBuilders() {
        return new RoutesBuilder[] {
            createRouteBuilder(),
            new RouteBuilder() {
                @Override
                public void configure() {
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
        assertThat(new SendReport(java.util.List.of()).isComplete()).isTrue();
    }

    private <T> T convert(Object value, Class<T> type) {
        return context.getTypeConverter()
                .convertTo(type, context.getEndpoint("direct:json").createExchange(), value);
    }
}
