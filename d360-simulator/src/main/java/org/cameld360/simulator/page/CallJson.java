package org.cameld360.simulator.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cameld360.simulator.call.CallDetails;
import org.cameld360.simulator.json.StrictJson;

/** A call as the page gets it. */
final class CallJson {

    private CallJson() {}

    static ObjectNode of(CallDetails details) {
        ObjectNode json = StrictJson.object()
                .put("number", details.number())
                .put("at", details.at().toString())
                .put("method", details.call().method())
                .put("path", details.call().path())
                .put("query", details.query())
                .put("key", details.key());
        json.putObject("request")
                .put("contentType", details.requestType())
                .put("size", details.requestSize())
                .put("body", details.request());
        json.putObject("answer")
                .put("status", details.call().status())
                .put("contentType", details.answerType())
                .put("size", details.answerSize())
                .put("body", details.answer());
        return json.put("refusal", details.call().refusal())
                .put("details", details.details())
                .put("fault", details.fault());
    }
}
