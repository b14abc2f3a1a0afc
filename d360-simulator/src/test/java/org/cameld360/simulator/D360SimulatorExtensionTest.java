package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class D360SimulatorExtensionTest {

    @Test
    void hasNoSimulatorOutsideOfTests() {
        assertThatIllegalStateException().isThrownBy(() -> new D360SimulatorExtension().simulator());
    }

    @Nested
    @ExtendWith(D360SimulatorExtension.class)
    class OnAClass {

        private static int port;

        @BeforeAll
        static void remember(D360Simulator simulator) {
            port = simulator.port();
        }

        @BeforeEach
        void isClean(D360Simulator simulator) {
            assertThat(simulator.allMedia()).isEmpty();
        }

        @RepeatedTest(2)
        void givesAllTestsTheSameSimulatorClean(D360Simulator simulator) {
            assertThat(simulator.port()).isEqualTo(port);
            new Client(simulator, ApiVersion.V1).post("/media", "image/png", Samples.random(10));
        }

        @Nested
        class Within {

            @Test
            void givesNestedTestsTheSameSimulator(D360Simulator simulator) {
                assertThat(simulator.port()).isEqualTo(port);
            }
        }
    }

    @Nested
    class InAnInstanceField {

        private static final Set<String> KEYS = new HashSet<>();

        @RegisterExtension
        final D360SimulatorExtension extension = new D360SimulatorExtension();

        @RepeatedTest(2)
        void givesEachTestItsOwn() {
            assertThat(KEYS.add(extension.simulator().apiKey())).isTrue();
        }
    }
}
