package org.cameld360.benchmarks.contenders;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;

/**
 * The route that one would write with {@code camel-http} and {@code camel-jackson}: as many connections as are needed, the file
 * streamed with its length. It looks into no file and hashes nothing.
 */
public final class HandWritten extends CamelRoute {

    private static final String NAME = "camel-http route";

    private HandWritten(Target target, Description description) throws Exception {
        this(NAME, target, description);
    }

    private HandWritten(String name, Target target, Description description) throws Exception {
        super(name, true, target, description);
    }

    public static Contender uploading(Target target) throws Exception {
        return new HandWritten(target, (routes, to) -> upload(routes.from(START), to));
    }

    /** With the SHA-256 of the file in a header, as the component leaves it. */
    public static Contender uploadingAndHashing(Target target) throws Exception {
        return new HandWritten(
                NAME + ", hashing",
                target,
                (routes, to) -> upload(routes.from(START).process(HandWritten::hash), to));
    }

    private static void hash(Exchange exchange) throws IOException, GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] chunk = new byte[64 * 1024];
        try (InputStream in = new FileInputStream(exchange.getMessage().getBody(File.class))) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                digest.update(chunk, 0, count);
            }
        }
        exchange.getMessage().setHeader("sha256", HexFormat.of().formatHex(digest.digest()));
    }

    /** Of a medium that was uploaded before. */
    public static Contender sendingById(Target target) throws Exception {
        return new HandWritten(
                target,
                (routes, to) -> send(
                        routes.from(START)
                                .process(exchange -> exchange.getMessage().setBody(D360Media.MEDIA_ID)),
                        to));
    }

    /** Of a medium of that many bytes, past Camel's stream cache, into a file that is removed as soon as it is there. */
    public static Contender getting(Target target, long bytes) throws Exception {
        return new HandWritten(target, (routes, to) -> {
            ProcessorDefinition<?> route = routes.from(START)
                    .streamCache("false")
                    .process(exchange -> {
                        exchange.getMessage().setBody(null);
                        exchange.getMessage().setHeader("D360-API-KEY", "benchmark");
                    });
            if (to.isForm()) {
                route = route.to(get(to, "/" + bytes)).unmarshal(new JacksonDataFormat(JsonNode.class));
            }
            route.process(exchange -> exchange.getMessage().setBody(null))
                    .to(get(to, to.isForm() ? "/whatsapp_business/attachments/" + bytes : "/v1/media/" + bytes))
                    .process(exchange -> Downloaded.remove(exchange, toFile(exchange), bytes));
        });
    }

    /** As it is before a route that uploads. */
    @Override
    void prepare(CamelContext context, Target target) {
        tune(context, target);
    }

    static void tune(CamelContext context, Target target) {
        HttpComponent http = context.getComponent(target.isTls() ? "https" : "http", HttpComponent.class);
        http.setConnectionsPerRoute(target.connections());
        http.setMaxTotalConnections(target.connections());
        http.setCookieStore(null);
    }

    static ProcessorDefinition<?> upload(ProcessorDefinition<?> route, Target target) {
        return route.process(exchange -> dress(exchange, target))
                .to(target.media() + "?httpMethod=POST" + tls(target))
                .unmarshal(new JacksonDataFormat(JsonNode.class))
                .process(exchange -> takeId(exchange, target));
    }

    static ProcessorDefinition<?> send(ProcessorDefinition<?> route, Target target) {
        return route.process(HandWritten::compose)
                .marshal(new JacksonDataFormat())
                .to(target.address() + (target.isForm() ? "" : "/v1") + "/messages?httpMethod=POST" + tls(target))
                .unmarshal(new JacksonDataFormat(JsonNode.class))
                .process(exchange -> exchange.getMessage()
                        .setBody(exchange.getMessage()
                                .getBody(JsonNode.class)
                                .path("messages")
                                .path(0)
                                .path("id")
                                .asText()));
    }

    private static String get(Target target, String path) {
        return target.address() + path + "?httpMethod=GET&disableStreamCache=true" + tls(target);
    }

    private static String tls(Target target) {
        return target.isTls() ? "&sslContextParameters=" + TLS : "";
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
                .setBody((target.isForm()
                                ? answer.path("id")
                                : answer.path("media").path(0).path("id"))
                        .asText());
    }

    private static void compose(Exchange exchange) {
        String id = exchange.getMessage().getBody(String.class);
        exchange.getMessage().setHeader("D360-API-KEY", "benchmark");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getMessage()
                .setBody(Map.of(
                        "messaging_product",
                        "whatsapp",
                        "recipient_type",
                        "individual",
                        "to",
                        D360Media.RECIPIENT,
                        "type",
                        "document",
                        "document",
                        Map.of("id", id)));
    }

    private static File toFile(Exchange exchange) throws Exception {
        Path file = Files.createTempFile("hand-written", ".media");
        try (InputStream in = exchange.getMessage().getBody(InputStream.class)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file.toFile();
    }
}
