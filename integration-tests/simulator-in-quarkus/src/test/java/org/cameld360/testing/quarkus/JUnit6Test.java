package org.cameld360.testing.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.simulator.assertj.SimulatorAssertions.assertThat;

import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.D360SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The simulator's extension, which is compiled with JUnit 5, on the JUnit that comes with Quarkus. */
@ExtendWith(D360SimulatorExtension.class)
class JUnit6Test {

    @Test
    void theExtensionRunsOnJUnit6(D360Simulator simulator) {
        assertThat(Test.class.getPackage().getImplementationVersion()).startsWith("6.");
        assertThat(simulator).receivedNothing();
    }
}
