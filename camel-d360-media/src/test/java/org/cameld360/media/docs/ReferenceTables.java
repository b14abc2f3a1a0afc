package org.cameld360.media.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes the tables of options and headers from the component's generated JSON, between their marks in a page. */
final class ReferenceTables {

    private ReferenceTables() {}

    static String componentJson() throws IOException {
        String name = "/META-INF/org/cameld360/media/component/d360-media.json";
        try (InputStream json = ReferenceTables.class.getResourceAsStream(name)) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String into(String page) throws IOException {
        JsonNode component = new ObjectMapper().readTree(componentJson());
        String withOptions =
                replace(page, "options", options(component.path("properties"), component.path("componentProperties")));
        return replace(withOptions, "headers", headers(component.path("headers")));
    }

    private static String options(JsonNode endpoint, JsonNode component) {
        StringBuilder table = new StringBuilder(
                "| option | default | type | also on the component | meaning |\n|---|---|---|---|---|\n");
        for (Map.Entry<String, JsonNode> option : endpoint.properties()) {
            JsonNode is = option.getValue();
            if (is.path("kind").asText().equals("path")) {
                continue;
            }
            String type =
                    is.has("enum") ? values(is.path("enum")) : is.path("type").asText();
            table.append("| `")
                    .append(option.getKey())
                    .append("` | ")
                    .append(
                            is.has("defaultValue")
                                    ? "`" + is.path("defaultValue").asText() + "`"
                                    : "–")
                    .append(" | ")
                    .append(type)
                    .append(is.path("secret").asBoolean() ? ", secret" : "")
                    .append(" | ")
                    .append(component.has(option.getKey()) ? "yes" : "no")
                    .append(" | ")
                    .append(cell(is))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String headers(JsonNode headers) {
        StringBuilder table = new StringBuilder("| header | type | meaning |\n|---|---|---|\n");
        for (Map.Entry<String, JsonNode> header : headers.properties()) {
            JsonNode is = header.getValue();
            String javaType = is.path("javaType").asText();
            table.append("| `")
                    .append(header.getKey())
                    .append("` | ")
                    .append(javaType.substring(javaType.lastIndexOf('.') + 1))
                    .append(" | ")
                    .append(cell(is))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String values(JsonNode values) {
        StringBuilder text = new StringBuilder();
        values.forEach(value -> text.append(text.isEmpty() ? "" : ", ")
                .append('`')
                .append(value.asText())
                .append('`'));
        return text.toString();
    }

    private static String cell(JsonNode is) {
        return is.path("description").asText().replace("|", "\\|");
    }

    /** The page with another table between its marks. */
    static String replace(String page, String name, String table) {
        String start = "<!-- generated: " + name + " -->\n";
        String end = "<!-- end -->";
        int from = page.indexOf(start);
        if (from < 0) {
            throw new IllegalStateException("the page has no mark " + start.strip());
        }
        int to = page.indexOf(end, from);
        return page.substring(0, from + start.length()) + table + page.substring(to);
    }
}
