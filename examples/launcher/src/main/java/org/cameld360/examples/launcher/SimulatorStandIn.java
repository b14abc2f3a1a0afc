package org.cameld360.examples.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.jspecify.annotations.Nullable;

/** The simulator in place of 360dialog, for where there is no key. */
public final class SimulatorStandIn implements StandIn {

    /** A number from the range that is set aside for stories and examples. */
    public static final String FICTIONAL_NUMBER = "15550100199";

    private final Map<String, String> properties = new HashMap<>();
    private @Nullable D360Simulator simulator;

    @Override
    public String insteadOf() {
        return "D360_API_KEY";
    }

    @Override
    public void start(Map<String, String> environment, Path folder) {
        ApiVersion version = "v1".equals(environment.get("D360_API_VERSION")) ? ApiVersion.V1 : ApiVersion.V2;
        D360Simulator started = D360Simulator.start();
        simulator = started;
        properties.put("camel.component.d360-media.api-key", "#bean:simulatorKey");
        properties.put("camel.component.d360-media.api-version", version.name().toLowerCase(Locale.ROOT));
        properties.put("camel.component.d360-media.base-url", started.baseUrl(version));
        if (!environment.containsKey("D360_TO")) {
            properties.put("whatsapp.to", FICTIONAL_NUMBER);
        }
    }

    @Override
    public Map<String, String> properties() {
        return properties;
    }

    @Override
    public Map<String, Object> beans() {
        return Map.of("simulatorKey", simulator().apiKey());
    }

    /** The running one. */
    public D360Simulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException("The simulator has not been started.");
        }
        return simulator;
    }

    @Override
    public String greeting() {
        return "D360_API_KEY is not set: a simulator stands in for 360dialog. Nothing leaves this computer.\nWatch it arrive: "
                + simulator().pageUrl();
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
