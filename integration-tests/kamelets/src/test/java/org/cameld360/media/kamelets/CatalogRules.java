package org.cameld360.media.kamelets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the validator of Camel's Kamelet catalog asks of each Kamelet (apache/camel-kamelets, script/validator), and a little more. The one
 * difference is the provider: the catalog takes nobody but the Apache Software Foundation.
 */
final class CatalogRules {

    private static final Pattern SMALL_FIRST_LETTER =
            Pattern.compile("(^|.* )(?!(of|to|or|and|the|a|in|for|by) )[a-z].*");
    private static final String CREDENTIALS = "urn:camel:group:credentials";

    private final KameletFile kamelet;
    private final List<String> broken = new ArrayList<>();

    private CatalogRules(KameletFile kamelet) {
        this.kamelet = kamelet;
    }

    /** The rules that a Kamelet breaks. */
    static List<String> brokenBy(KameletFile kamelet) {
        CatalogRules rules = new CatalogRules(kamelet);
        rules.names();
        rules.definition();
        kamelet.properties().properties().forEach(rules::property);
        rules.template();
        return rules.broken;
    }

    private void must(boolean holds, String rule) {
        if (!holds) {
            broken.add(rule);
        }
    }

    private void names() {
        must(kamelet.file().getFileName().toString().equals(kamelet.name() + ".kamelet.yaml"), "file named as Kamelet");
        must(Set.of("source", "sink", "action").contains(kamelet.type()), "type");
        must(kamelet.name().endsWith("-" + kamelet.type()), "name ends with the type");
        must(kamelet.annotation("provider").equals("camel-d360-media"), "provider");
        must(kamelet.annotation("kamelet.icon").startsWith("data:image/svg+xml;base64,"), "icon");
        for (String name : List.of("catalog.version", "kamelet.group", "kamelet.namespace")) {
            must(!kamelet.annotation(name).isBlank(), name);
        }
        must(Set.of("Stable", "Preview").contains(kamelet.annotation("kamelet.support.level")), "support level");
    }

    private void definition() {
        JsonNode definition = kamelet.definition();
        String title = definition.path("title").asText();
        must(
                !kamelet.type().isEmpty() && title.toLowerCase().endsWith(" " + kamelet.type()),
                "title ends with the type");
        must(!SMALL_FIRST_LETTER.matcher(title).matches(), "title in capitals");
        must(!definition.path("description").asText().isBlank(), "description");
        must(definition.path("type").asText().equals("object"), "definition is an object");
        Set<String> required = new HashSet<>();
        definition.path("required").forEach(name -> {
            must(required.add(name.asText()), "required once: " + name.asText());
            must(kamelet.properties().has(name.asText()), "required is declared: " + name.asText());
        });
    }

    private void property(Map.Entry<String, JsonNode> property) {
        String name = property.getKey();
        JsonNode is = property.getValue();
        String title = is.path("title").asText();
        must(!title.isBlank(), "title of " + name);
        must(!title.matches("(The|An?) .*"), "title without article: " + name);
        must(!SMALL_FIRST_LETTER.matcher(title).matches(), "title in capitals: " + name);
        must(!is.path("description").asText().isBlank(), "description of " + name);
        must(Set.of("string", "boolean", "integer").contains(is.path("type").asText()), "type of " + name);
        Set<String> descriptors = new TreeSet<>();
        is.path("x-descriptors").forEach(each -> must(descriptors.add(each.asText()), "descriptor once: " + name));
        must(descriptors.stream().noneMatch(each -> each.startsWith("urn:alm:")), "deprecated descriptor: " + name);
        boolean secret = name.matches("(?i).*(key|password|secret|token).*");
        must(is.path("format").asText().equals("password") == secret, "secret marked: " + name);
        must(descriptors.contains(CREDENTIALS) == secret, "secret described: " + name);
        must(fits(is.path("example"), is), "example of " + name);
        must(!is.has("default"), "no default, as it would win over the component's options: " + name);
    }

    private static boolean fits(JsonNode example, JsonNode property) {
        boolean typed =
                switch (property.path("type").asText()) {
                    case "string" -> example.isTextual() && !example.asText().isBlank();
                    case "boolean" -> example.isBoolean();
                    case "integer" -> example.isIntegralNumber();
                    default -> false;
                };
        boolean listed = !property.has("enum");
        for (JsonNode value : property.path("enum")) {
            listed |= value.equals(example);
        }
        return typed && listed;
    }

    private void template() {
        Set<String> declared = new TreeSet<>();
        kamelet.properties().fieldNames().forEachRemaining(declared::add);
        must(
                kamelet.used().equals(declared),
                "declared is used, and used is declared: " + declared + " " + kamelet.used());
        must(kamelet.yaml().at("/spec/template").toString().contains("kamelet:source"), "consumes from kamelet:source");
        must(
                !kamelet.dependencies().isEmpty()
                        && kamelet.dependencies().stream()
                                .allMatch(each -> each.matches("camel:[a-z0-9-]+|mvn:[^:]+:[^:]+:[^:]+")),
                "dependencies");
    }
}
