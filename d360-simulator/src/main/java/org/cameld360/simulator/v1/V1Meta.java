package org.cameld360.simulator.v1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cameld360.simulator.json.StrictJson;

/** What the WhatsApp client says of itself in its answers. */
final class V1Meta {

    private V1Meta() {}

    static ObjectNode meta() {
        return StrictJson.object().put("api_status", "stable").put("version", "2.35.4");
    }
}
