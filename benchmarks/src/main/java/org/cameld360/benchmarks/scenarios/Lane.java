package org.cameld360.benchmarks.scenarios;

import java.io.IOException;
import java.time.Duration;
import org.cameld360.benchmarks.measure.Round;

/** One contender, ready to be measured round after round. */
interface Lane extends AutoCloseable {

    String name();

    Round run(Duration time) throws Exception;

    @Override
    void close() throws IOException;
}
