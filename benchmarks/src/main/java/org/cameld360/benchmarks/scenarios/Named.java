package org.cameld360.benchmarks.scenarios;

import java.io.IOException;
import java.time.Duration;
import org.cameld360.benchmarks.measure.Round;

/** By what it is given, rather than by who does it. */
record Named(String name, Lane lane) implements Lane {

    @Override
    public Round run(Duration time) throws Exception {
        return lane.run(time);
    }

    @Override
    public void close() throws IOException {
        lane.close();
    }
}
