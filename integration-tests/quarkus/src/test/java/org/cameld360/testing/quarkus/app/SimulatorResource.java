package org.cameld360.testing.quarkus.app;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;

/** A simulator for the application, spoken to in the generation that the argument {@code api} names, with the key that {@code key} names. */
public class SimulatorResource implements QuarkusTestResourceLifecycleManager {

    private ApiVersion api = ApiVersion.V2;
    private Optional<String> key = Optional.empty();
    private D360Simulator simulator;

    @Override
    public void init(Map<String, String> arguments) {
        api = ApiVersion.valueOf(arguments.getOrDefault("api", "v2").toUpperCase(Locale.ROOT));
        key = Optional.ofNullable(arguments.get("key"));
    }

    @Override
    public Map<String, String> start() {
        D360Simulator.Builder builder = D360Simulator.builder();
        key.ifPresent(builder::apiKeys);
        simulator = builder.start();
        return Map.of(
                "camel.component.d360-media.api-key", simulator.apiKey(),
                "camel.component.d360-media.api-version", api.name().toLowerCase(Locale.ROOT),
                "camel.component.d360-media.base-url", simulator.baseUrl(api));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(simulator, new TestInjector.MatchesType(D360Simulator.class));
    }

    @Override
    public void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
