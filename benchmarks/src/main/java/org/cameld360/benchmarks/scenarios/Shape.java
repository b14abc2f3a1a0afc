package org.cameld360.benchmarks.scenarios;

import org.cameld360.benchmarks.Bench;
import org.cameld360.benchmarks.contenders.Target;

/**
 * What goes over the wire.
 *
 * @param bytes of each medium
 * @param slow whether the answers come after the sink's delay
 */
record Shape(String version, long bytes, int inFlight, boolean tls, boolean slow) {

    static Shape of(String version, long bytes, int inFlight) {
        return new Shape(version, bytes, inFlight, false, false);
    }

    Shape withTls() {
        return new Shape(version, bytes, inFlight, true, slow);
    }

    Shape answeredLate() {
        return new Shape(version, bytes, inFlight, tls, true);
    }

    Target target(Bench bench) {
        return bench.target(tls, slow, version, inFlight);
    }
}
