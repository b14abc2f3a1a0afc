package org.cameld360.testing.springboot.app;

import java.util.Locale;
import java.util.Map;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;

/** What points the application at a simulator. */
final class Properties {

    private Properties() {}

    static Map<String, String> of(D360Simulator simulator, ApiVersion api) {
        return Map.of(
                "camel.component.d360-media.api-key", simulator.apiKey(),
                "camel.component.d360-media.api-version", api.name().toLowerCase(Locale.ROOT),
                "camel.component.d360-media.base-url", simulator.baseUrl(api));
    }
}
