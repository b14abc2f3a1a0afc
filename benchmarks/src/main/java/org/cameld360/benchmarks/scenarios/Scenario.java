package org.cameld360.benchmarks.scenarios;

import java.util.List;
import org.cameld360.benchmarks.Bench;

/** One thing that is measured. */
public interface Scenario {

    /** One word, to ask for it by. */
    String id();

    String title();

    /** Who was measured, in the order of the table. */
    List<Outcome> run(Bench bench) throws Exception;
}
