package org.cameld360.testing.springboot.app;

import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360SimulatorExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
@DirtiesContext
class V2Test extends FourOperations {

    @RegisterExtension
    static final D360SimulatorExtension SIMULATOR = new D360SimulatorExtension();

    V2Test() {
        super(ApiVersion.V2, SIMULATOR.simulator());
    }

    @DynamicPropertySource
    static void useTheSimulator(DynamicPropertyRegistry properties) {
        Properties.of(SIMULATOR.simulator(), ApiVersion.V2).forEach((name, value) -> properties.add(name, () -> value));
    }
}
