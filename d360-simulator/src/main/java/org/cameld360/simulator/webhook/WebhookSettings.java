package org.cameld360.simulator.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.json.StrictJson;
import org.cameld360.simulator.message.MessageBody;

/** {@code /v1/configs/webhook}, which both generations have at the same place. */
public final class WebhookSettings {

    public static final String PATH = "/v1/configs/webhook";

    /** Programs under test listen here, without a certificate and on any port. */
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Set<String> FIELDS = Set.of("url", "headers");

    private final WebhookTargets targets;

    public WebhookSettings(WebhookTargets targets) {
        this.targets = targets;
    }

    public Answer get(String owner) {
        return targets.of(owner)
                .map(target -> Answer.json(200, json(target)))
                .orElseGet(() -> Answer.json(200, StrictJson.object()));
    }

    public Answer set(Call call, String owner) {
        ObjectNode body = MessageBody.of(call);
        body.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw wrong("there is no field " + name);
            }
        });
        JsonNode url = body.get("url");
        if (url == null || !url.isTextual()) {
            throw wrong("url must be a string");
        }
        WebhookTarget target;
        try {
            target = WebhookTarget.of(url.textValue(), headers(body.get("headers")));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        check(target.url());
        targets.set(owner, target);
        return Answer.json(200, json(target));
    }

    /** What 360dialog asks of a URL, but for this machine's own. */
    private static void check(URI url) {
        if (LOOPBACK.contains(url.getHost())) {
            return;
        }
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            throw wrong("the url must begin with https");
        }
        if (url.getPort() >= 0) {
            throw wrong("the url must not name a port");
        }
        if (url.getHost().contains("_")) {
            throw wrong("the host of the url must have no underscore");
        }
    }

    private static Map<String, String> headers(JsonNode node) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (node == null || node.isNull()) {
            return headers;
        }
        if (!node.isObject()) {
            throw wrong("headers must be an object of strings");
        }
        node.properties().forEach(header -> {
            if (!header.getValue().isTextual()) {
                throw wrong("headers must be an object of strings");
            }
            headers.put(header.getKey(), header.getValue().textValue());
        });
        return headers;
    }

    private static ObjectNode json(WebhookTarget target) {
        ObjectNode json = StrictJson.object().put("url", target.url().toString());
        ObjectNode headers = json.putObject("headers");
        target.headers().forEach(headers::put);
        return json;
    }

    private static RefusedException wrong(String details) {
        return new RefusedException(Rule.WEBHOOK_WRONG, details);
    }
}
