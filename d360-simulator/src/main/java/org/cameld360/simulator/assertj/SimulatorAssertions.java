package org.cameld360.simulator.assertj;

import org.cameld360.simulator.D360Simulator;

/** To be imported beside AssertJ's own {@code assertThat}. */
public final class SimulatorAssertions {

    private SimulatorAssertions() {}

    public static SimulatorAssert assertThat(D360Simulator simulator) {
        return new SimulatorAssert(simulator);
    }
}
