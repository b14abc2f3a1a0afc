package org.cameld360.media.kamelets;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The schema by which a cluster checks a resource of Camel K: a field that it does not know is refused by kubectl. */
final class CrdSchema {

    private final JsonNode schema;

    private CrdSchema(JsonNode schema) {
        this.schema = schema;
    }

    /** @param plural {@code kamelets}, {@code integrations} or {@code pipes} */
    static CrdSchema of(String plural) throws IOException {
        String name = "/camel.apache.org_" + plural + ".yaml";
        try (InputStream yaml = CrdSchema.class.getResourceAsStream(name)) {
            JsonNode crd = KameletFile.read(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
            for (JsonNode version : crd.at("/spec/versions")) {
                if (version.path("name").asText().equals("v1")) {
                    return new CrdSchema(version.at("/schema/openAPIV3Schema"));
                }
            }
        }
        throw new IllegalStateException(name + " has no v1");
    }

    /** What the schema does not allow, each with its path. */
    List<String> objections(JsonNode resource) {
        List<String> objections = new ArrayList<>();
        check("", resource, schema, objections);
        return objections;
    }

    private static void check(String path, JsonNode value, JsonNode schema, List<String> objections) {
        if (path.equals("/metadata")
                || schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            return;
        }
        if (!isA(schema.path("type").asText(), value)) {
            objections.add(path + " is no " + schema.path("type").asText());
            return;
        }
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asText())) {
                objections.add(path + "/" + required.asText() + " is missing");
            }
        }
        for (JsonNode item : value.isArray() ? value : List.<JsonNode>of()) {
            check(path + "/*", item, schema.path("items"), objections);
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String name = path + "/" + field.getKey();
            JsonNode known = schema.path("properties").path(field.getKey());
            JsonNode any = schema.path("additionalProperties");
            if (known.isMissingNode() && any.isMissingNode()) {
                objections.add(name + " is unknown");
            } else {
                check(name, field.getValue(), known.isMissingNode() ? any : known, objections);
            }
        }
    }

    private static boolean isA(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            default -> true;
        };
    }
}
