package org.cameld360.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cameld360.simulator.json.StrictJson;
import org.cameld360.simulator.webhook.Business;

/** What a simulator says of itself, for its page. */
final class Info {

    private Info() {}

    static ObjectNode of(Parts parts, List<String> keys) {
        String url = "http://127.0.0.1:" + parts.server.port();
        ObjectNode info = StrictJson.object()
                .put("now", parts.timeline.clock().instant().toString())
                .put("pendingWebhooks", parts.sender.pending());
        info.putObject("baseUrls").put("v1", url + ApiVersion.V1.basePath()).put("v2", url + ApiVersion.V2.basePath());
        ArrayNode numbers = info.putArray("numbers");
        for (String key : keys) {
            numbers.addObject().put("phone", Business.of(key).number());
        }
        return info;
    }
}
