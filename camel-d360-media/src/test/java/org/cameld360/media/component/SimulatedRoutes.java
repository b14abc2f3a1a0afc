package org.cameld360.media.component;

import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.D360SimulatorExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Routes against the simulator; {@code d360-media} is configured for v1, and for v2 as {@code d360-v2}. */
abstract class SimulatedRoutes extends CamelTestSupport {

    @RegisterExtension
    static final D360SimulatorExtension SIMULATOR = new D360SimulatorExtension();

    static D360Simulator simulator() {
        return SIMULATOR.simulator();
    }

    static Path sample(String name) {
        return Path.of("src/test/resources/samples", name);
    }

    /** The scheme under which a generation is configured. */
    static String scheme(ApiVersion version) {
        return version == ApiVersion.V1 ? "d360-media" : "d360-v2";
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.addComponent("d360-media", component(ApiVersion.V1));
        context.addComponent("d360-v2", component(ApiVersion.V2));
        return context;
    }

    static D360MediaComponent component(ApiVersion version) {
        return component(simulator(), version);
    }

    static D360MediaComponent component(D360Simulator simulator, ApiVersion version) {
        D360MediaComponent component = new D360MediaComponent();
        D360MediaConfiguration options = component.getConfiguration();
        options.setApiKey(simulator.apiKey());
        options.setApiVersion(version.name());
        options.setBaseUrl(simulator.baseUrl(version));
        options.setRetryDelay(1);
        return component;
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                for (ApiVersion version : ApiVersion.values()) {
                    for (String operation : new String[] {"upload", "get", "delete", "send"}) {
                        from("direct:" + operation + version).to(scheme(version) + ":" + operation);
                    }
                    from("direct:chain" + version)
                            .to(scheme(version) + ":upload")
                            .to(scheme(version) + ":send?to=+49 151 234-567");
                }
            }
        };
    }
}
