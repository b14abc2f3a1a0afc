package org.cameld360.media.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.kamelets.catalog.KameletsCatalog;
import org.apache.camel.v1.Kamelet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The Kamelets are as Camel's catalog, a cluster and the component want them. */
class KameletRulesIT {

    static List<KameletFile> kamelets() throws IOException {
        return KameletFile.all();
    }

    @Test
    void thereAreFive() throws IOException {
        assertThat(kamelets())
                .extracting(KameletFile::name)
                .containsExactly(
                        "d360-media-delete-action",
                        "d360-media-get-action",
                        "d360-media-send-action",
                        "d360-media-send-sink",
                        "d360-media-upload-action");
        assertThat(kamelets())
                .extracting(each -> each.definition().path("title"))
                .doesNotHaveDuplicates();
        assertThat(kamelets())
                .extracting(each -> each.definition().path("description"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void keepTheRulesOfTheCatalog(KameletFile kamelet) {
        assertThat(CatalogRules.brokenBy(kamelet)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void areTakenByACluster(KameletFile kamelet) throws IOException {
        assertThat(CrdSchema.of("kamelets").objections(kamelet.yaml())).isEmpty();
    }

    @Test
    void areFoundByTheCatalogBesideItsOwn() throws IOException {
        KameletsCatalog catalog = new KameletsCatalog();
        for (KameletFile kamelet : kamelets()) {
            Kamelet found = catalog.getKamelets().get(kamelet.name());
            assertThat(found).as(kamelet.name()).isNotNull();
            assertThat(found.getSpec().getDefinition().getProperties().keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            () -> kamelet.properties().fieldNames());
            assertThat(found.getSpec().getDependencies()).isEqualTo(kamelet.dependencies());
        }
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void nameTheVersionOfTheProject(KameletFile kamelet) throws IOException {
        Matcher pom = Pattern.compile("<artifactId>camel-d360-media-parent</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Files.readString(KameletFile.ROOT.resolve("pom.xml")));
        assertThat(pom.find()).isTrue();

        assertThat(kamelet.annotation("catalog.version")).isEqualTo(pom.group(1));
        assertThat(kamelet.dependencies()).contains("mvn:org.cameld360:camel-d360-media:" + pom.group(1));
    }

    /** What a property means stands in the component alone. */
    @ParameterizedTest
    @MethodSource("kamelets")
    void describeEachPropertyAsTheComponentDoes(KameletFile kamelet) throws IOException {
        JsonNode options = component().path("properties");
        for (Map.Entry<String, JsonNode> property : kamelet.properties().properties()) {
            JsonNode is = property.getValue();
            JsonNode option = options.path(property.getKey());
            String type = option.path("type").asText();
            assertThat(option.isMissingNode()).as(property.getKey()).isFalse();
            assertThat(is.path("type").asText()).as(property.getKey()).isEqualTo(type.equals("enum") ? "string" : type);
            assertThat(is.path("enum")).as(property.getKey()).isEqualTo(option.path("enum"));
            assertThat(is.path("description").asText())
                    .isEqualTo(option.path("description").asText()
                            + (option.has("defaultValue")
                                    ? " The default is "
                                            + option.path("defaultValue").asText() + "."
                                    : ""));
            assertThat(is.path("format").asText().equals("password"))
                    .as(property.getKey())
                    .isEqualTo(option.path("secret").asBoolean());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: d360-media-get-action           | name: d360-media-get-sink  | file named as Kamelet
            kamelet.type: "action"                | kamelet.type: "sink"       | name ends with the type
            title: "360dialog Media Get Action"   | title: "360dialog Media"   | title ends with the type
            title: "API Key"                      | title: "The key"           | title without article: apiKey
            title: "Base URL"                     | title: "Base address"      | title in capitals: baseUrl
            type: integer                         | kind: integer              | type of maxSize
            format: password                      | format: text               | secret marked: apiKey
            - urn:camel:group:credentials         | - urn:other                | secret described: apiKey
            example: 5000000                      | example: "5 MB"            | example of maxSize
            example: "v2"                         | example: "v3"              | example of apiVersion
            maxSize: "{{?maxSize}}"               | maxSize: "{{?most}}"       | declared is used
            kamelet:source                        | direct:source              | consumes from kamelet:source
            mvn:org.cameld360:camel-d360-media    | org.cameld360              | dependencies
            example: 5000000                      | default: 5000000           | no default
            provider: "camel-d360-media"          | provider: "somebody"       | provider
            """)
    void theRulesBite(String right, String wrong, String rule) throws IOException {
        KameletFile kamelet = kamelets().get(1);
        String yaml = Files.readString(kamelet.file());
        assertThat(yaml).contains(right);

        KameletFile spoiled = new KameletFile(kamelet.file(), KameletFile.read(yaml.replace(right, wrong)));

        assertThat(CatalogRules.brokenBy(spoiled)).anyMatch(each -> each.startsWith(rule));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            type: object                          | additionalProperties: false | /spec/definition/additionalProperties is unknown
            example: 5000000                      | examples: [1]               | /spec/definition/properties/maxSize/examples is unknown
            title: "Base URL"                     | title: 1                    | /spec/definition/properties/baseUrl/title is no string
            """)
    void theSchemaOfTheClusterBites(String right, String wrong, String objection) throws IOException {
        String yaml = Files.readString(kamelets().get(1).file());
        assertThat(yaml).contains(right);

        assertThat(CrdSchema.of("kamelets").objections(KameletFile.read(yaml.replace(right, wrong))))
                .containsExactly(objection);
    }

    private static JsonNode component() throws IOException {
        try (InputStream json =
                KameletRulesIT.class.getResourceAsStream("/META-INF/org/cameld360/media/component/d360-media.json")) {
            return new ObjectMapper().readTree(json);
        }
    }
}
