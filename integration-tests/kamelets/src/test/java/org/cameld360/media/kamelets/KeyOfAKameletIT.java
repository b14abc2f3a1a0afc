package org.cameld360.media.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.cameld360.media.AuthenticationException;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.D360SimulatorExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key with signs that mean something in a URI reaches the API as it is, and no log, however it is given to a Kamelet. */
class KeyOfAKameletIT {

    private static final String KEY = "SHOWN-NOWHERE+a&b%20=c/TAIL";

    /** Camel prints properties there as it reads them, whatever they are for. Off by default. */
    private static final List<String> CAMEL_ITSELF = List.of(
            "DEBUG org.apache.camel.component.properties.DefaultPropertiesParser ",
            "DEBUG org.apache.camel.impl.engine.DefaultCamelContextExtension ",
            "DEBUG org.apache.camel.main.BaseMainSupport ",
            "DEBUG org.apache.camel.main.MainHelper ");

    @RegisterExtension
    static final D360SimulatorExtension SIMULATOR =
            new D360SimulatorExtension(D360Simulator.builder().apiKeys(KEY));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            camel.kamelet.d360-media-upload-action.apiKey | to: kamelet:d360-media-upload-action
            camel.component.d360-media.api-key            | to: kamelet:d360-media-upload-action
            my.api-key                                        | to: kamelet:d360-media-upload-action?apiKey=RAW({{my.api-key}})
            my.api-key                                        | kamelet: {name: d360-media-upload-action, parameters: {apiKey: "RAW({{my.api-key}})"}}
            my.api-key                                        | to: {uri: "kamelet:d360-media-upload-action", parameters: {apiKey: "RAW({{my.api-key}})"}}
            """)
    void arrivesUnchangedAndUnseen(String property, String step) throws Exception {
        D360Simulator simulator = SIMULATOR.simulator();
        Map<String, String> properties = new HashMap<>(Running.whereIs(simulator, ApiVersion.V2));
        properties.put(property, KEY);
        Exchange sent;
        Exchange failed;
        try (DebugLog log = new DebugLog();
                Running running = new Running(folder, properties, """
                        - from:
                            uri: direct:in
                            steps:
                              - %s
                        """.formatted(step))) {
            sent = running.send(
                    in -> in.getMessage().setBody(Running.sample("photo.jpg").toFile()));
            failed = running.send(in -> {
                in.getMessage().setBody(Running.sample("photo.jpg").toFile());
                in.getMessage().setHeader("CamelD360MediaApiKey", "WRONG-SHOWN-NOWHERE");
            });
            running.close();

            assertThat(log.lines()).hasSizeGreaterThan(50);
            assertThat(log.lines().stream()
                            .filter(line -> line.contains("SHOWN-NOWHERE") || line.contains("TAIL"))
                            .filter(line -> CAMEL_ITSELF.stream().noneMatch(line::startsWith)))
                    .isEmpty();
        }

        assertThat(sent.getException()).isNull();
        assertThat(simulator.allMedia()).hasSize(1);
        assertThat(failed.getException()).isInstanceOf(AuthenticationException.class);
    }
}
