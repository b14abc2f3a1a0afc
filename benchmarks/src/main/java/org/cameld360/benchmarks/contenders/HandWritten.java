package org.cameld360.benchmarks.contenders;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;

/**
 * The route that one would write with {@code camel-http} and {@code camel-jackson}: as many connections as are needed, the file
 * streamed with its length. It looks into no file and hashes nothing.
 */
public final class HandWritten extends CamelRoute {

    public HandWritten(Target target) throws Exception {
        super("camel-http route", true, target, "");
    }

    @Override
    void prepare(CamelContext context, Target target) {
        HttpComponent http = context.getComponent(target.isTls() ? "https" : "http", HttpComponent.class);
        http.setConnectionsPerRoute(target.connections());
        http.setMaxTotalConnections(target.connections());
        http.setCookieStore(null);
    }

    @Override
    void describe(RouteBuilder routes, Target target, String options) {
        JacksonDataFormat json = new JacksonDataFormat(JsonNode.class);
        routes.from("direct:upload")
                .process(exchange -> dress(exchange, target))
                .to(target.media() + "?httpMethod=POST" + (target.isTls() ? "&sslContextParameters=" + TLS : ""))
                .unmarshal(json)
                .process(exchange -> takeId(exchange, target));
    }

    private static void dress(Exchange exchange, Target target) {
        exchange.getMessage().setHeader("D360-API-KEY", "benchmark");
        if (target.isForm()) {
            ContentType type = ContentType.create(target.contentType());
            exchange.getMessage()
                    .setBody(MultipartEntityBuilder.create()
                            .addTextBody("messaging_product", "whatsapp")
                            .addTextBody("type", target.contentType())
                            .addBinaryBody("file", exchange.getMessage().getBody(File.class), type, "photo.jpg")
                            .build());
        } else {
            exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, target.contentType());
        }
    }

    private static void takeId(Exchange exchange, Target target) {
        JsonNode answer = exchange.getMessage().getBody(JsonNode.class);
        exchange.getMessage()
                .setBody((target.isForm() ? answer.path("id") : answer.path("media").path(0).path("id")).asText());
    }
}
