package org.cameld360.media.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.util.StringHelper;
import org.cameld360.media.component.D360MediaComponent;
import org.junit.jupiter.api.Test;

/** What IDEs complete and explain is what the component says of itself. */
class ConfigurationMetadataTest {

    private static final Path FILE = Path.of("src/main/resources/META-INF/spring-configuration-metadata.json");
    private static final Map<String, String> TYPES =
            Map.of("boolean", "java.lang.Boolean", "int", "java.lang.Integer", "long", "java.lang.Long");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void listsEveryOptionOfTheComponent() throws IOException {
        String expected = json.writerWithDefaultPrettyPrinter().writeValueAsString(metadata()) + "\n";
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(FILE, expected);
        }
        assertThat(Files.readString(FILE))
                .as(
                        "write it anew with: mvn test -pl camel-d360-media-starter -am"
                                + " -Dtest=ConfigurationMetadataTest -Dsurefire.failIfNoSpecifiedTests=false -Dtest.jvm.args=-Ddocs.write=true")
                .isEqualTo(expected);
    }

    private ObjectNode metadata() throws IOException {
        ObjectNode metadata = json.createObjectNode();
        metadata.putArray("groups")
                .addObject()
                .put("name", ComponentOptions.PREFIX)
                .put("type", D360MediaComponent.class.getName())
                .put("description", "WhatsApp media through 360dialog.");
        ArrayNode properties = metadata.putArray("properties");
        ArrayNode hints = metadata.putArray("hints");
        properties
                .addObject()
                .put("name", ComponentOptions.PREFIX + ".enabled")
                .put("type", "java.lang.Boolean")
                .put("description", "Whether these properties set up the component.")
                .put("defaultValue", true);
        for (Map.Entry<String, JsonNode> option : options().properties()) {
            String name = ComponentOptions.PREFIX + "." + StringHelper.camelCaseToDash(option.getKey());
            properties.add(property(name, option.getValue()));
            if (option.getValue().has("enum")) {
                ArrayNode values = hints.addObject().put("name", name).putArray("values");
                option.getValue().path("enum").forEach(value -> values.addObject()
                        .put("value", value.asText()));
            }
        }
        return metadata;
    }

    private ObjectNode property(String name, JsonNode option) {
        String type = option.path("type").asText().equals("duration")
                ? "java.lang.String"
                : option.path("javaType").asText();
        ObjectNode property = json.createObjectNode()
                .put("name", name)
                .put("type", TYPES.getOrDefault(type, type))
                .put("description", option.path("description").asText());
        if (option.has("defaultValue")) {
            property.set("defaultValue", option.path("defaultValue"));
        }
        return property;
    }

    private JsonNode options() throws IOException {
        try (InputStream description = D360MediaComponent.class.getResourceAsStream(
                "/META-INF/org/cameld360/media/component/d360-media.json")) {
            return json.readTree(description).path("componentProperties");
        }
    }
}
