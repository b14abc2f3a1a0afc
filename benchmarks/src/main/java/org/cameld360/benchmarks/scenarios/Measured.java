package org.cameld360.benchmarks.scenarios;

import java.util.List;
import org.cameld360.benchmarks.measure.Figure;

/** A scenario with what came of it. */
public record Measured(String id, String title, Figure shown, List<Outcome> outcomes) {}
