package org.cameld360.benchmarks.scenarios;

import java.io.IOException;
import java.time.Duration;
import org.cameld360.benchmarks.contenders.Contender;
import org.cameld360.benchmarks.load.Load;
import org.cameld360.benchmarks.measure.Round;

/** A contender in this JVM. */
record LoadedLane(Contender contender, Load load) implements Lane {

    @Override
    public String name() {
        return contender.name();
    }

    @Override
    public Round run(Duration time) {
        return load.run(contender, time);
    }

    @Override
    public void close() throws IOException {
        contender.close();
    }
}
