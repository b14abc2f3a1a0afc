package org.cameld360.testing.quarkus;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;

/** Starts a simulator before the application, and points the application at it. */
public class SimulatorResource implements QuarkusTestResourceLifecycleManager {

    private D360Simulator simulator;

    @Override
    public Map<String, String> start() {
        simulator = D360Simulator.start();
        return Map.of(
                "camel.component.d360-media.api-key", simulator.apiKey(),
                "camel.component.d360-media.base-url", simulator.baseUrl(ApiVersion.V2));
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
