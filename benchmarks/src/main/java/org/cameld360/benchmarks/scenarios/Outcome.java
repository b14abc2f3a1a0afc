package org.cameld360.benchmarks.scenarios;

import java.util.List;
import org.cameld360.benchmarks.measure.Round;

/** All rounds of one contender. */
public record Outcome(String contender, List<Round> rounds) {}
