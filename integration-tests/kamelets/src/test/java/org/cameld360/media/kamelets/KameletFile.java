package org.cameld360.media.kamelets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Kamelet as it lies in the sources. */
record KameletFile(Path file, JsonNode yaml) {

    static final Path ROOT = Path.of("../..");
    private static final Path FOLDER = ROOT.resolve("camel-d360-media/src/main/resources/kamelets");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([A-Za-z0-9-._]+)(?::[^}]*)?}}");

    static List<KameletFile> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<KameletFile> kamelets = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                kamelets.add(new KameletFile(file, read(Files.readString(file))));
            }
            return kamelets;
        }
    }

    static JsonNode read(String yaml) throws IOException {
        return YAML.readTree(yaml);
    }

    static String write(JsonNode yaml) throws IOException {
        return YAML.writeValueAsString(yaml);
    }

    String name() {
        return yaml.at("/metadata/name").asText();
    }

    String annotation(String name) {
        return yaml.path("metadata")
                .path("annotations")
                .path("camel.apache.org/" + name)
                .asText();
    }

    String type() {
        return yaml.path("metadata")
                .path("labels")
                .path("camel.apache.org/kamelet.type")
                .asText();
    }

    JsonNode definition() {
        return yaml.at("/spec/definition");
    }

    JsonNode properties() {
        return definition().path("properties");
    }

    List<String> dependencies() {
        List<String> dependencies = new ArrayList<>();
        yaml.at("/spec/dependencies").forEach(dependency -> dependencies.add(dependency.asText()));
        return dependencies;
    }

    /** The properties that the template uses. */
    Set<String> used() {
        Set<String> used = new TreeSet<>();
        Matcher placeholder = PLACEHOLDER.matcher(yaml.at("/spec/template").toString());
        while (placeholder.find()) {
            used.add(placeholder.group(1));
        }
        return used;
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
