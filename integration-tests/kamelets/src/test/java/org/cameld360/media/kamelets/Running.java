package org.cameld360.media.kamelets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;

/** YAML in Camel Main, as a program of a user would run it, until it is closed. */
final class Running implements AutoCloseable {

    private static final Path SAMPLES = Path.of("../../camel-d360-media/src/test/resources/samples");

    private final Main main = new Main();

    /**
     * Starts it.
     *
     * @param folder where the YAML is written to
     * @param properties as in {@code application.properties}
     * @param yaml routes, or a resource of Camel K
     */
    Running(Path folder, Map<String, String> properties, String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("route.yaml"), yaml);
        Properties all = new Properties();
        all.putAll(properties);
        all.setProperty("camel.main.routes-include-pattern", file.toUri().toString());
        all.setProperty("camel.main.name", "kamelets");
        main.setOverrideProperties(all);
        main.start();
    }

    /** Properties that lead the component to a simulator. */
    static Map<String, String> to(D360Simulator simulator, ApiVersion version) {
        Map<String, String> properties = new HashMap<>(whereIs(simulator, version));
        properties.put("camel.component.d360-media.api-key", simulator.apiKey());
        return properties;
    }

    /** As {@link #to}, but without a key. */
    static Map<String, String> whereIs(D360Simulator simulator, ApiVersion version) {
        return Map.of(
                "camel.component.d360-media.api-version", version.name(),
                "camel.component.d360-media.base-url", simulator.baseUrl(version));
    }

    static Path sample(String name) {
        return SAMPLES.resolve(name);
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    /** What comes back from {@code direct:in}, a failure included. */
    Exchange send(Processor message) throws IOException {
        try (ProducerTemplate template = context().createProducerTemplate()) {
            return template.request("direct:in", message);
        }
    }

    /** What comes back from {@code direct:in}. */
    Exchange succeed(Processor message) throws Exception {
        Exchange exchange = send(message);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange;
    }

    @Override
    public void close() {
        main.stop();
    }
}
