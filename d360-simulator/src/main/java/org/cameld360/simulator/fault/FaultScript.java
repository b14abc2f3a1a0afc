package org.cameld360.simulator.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.cameld360.simulator.call.Call;
import org.jspecify.annotations.Nullable;

/** What the next calls fail with, as tests wrote it down. */
public final class FaultScript {

    private static final class Line {

        private final CallPattern calls;
        private final Failure failure;
        private int left;

        Line(CallPattern calls, Failure failure) {
            this.calls = calls;
            this.failure = failure;
            this.left = failure.times();
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final FaultRates rates;

    public FaultScript(FaultRates rates) {
        this.rates = rates;
    }

    public synchronized void add(CallPattern calls, Failure failure) {
        lines.add(new Line(calls, failure));
    }

    /** What this call fails with; null where it does not. */
    public @Nullable Failure take(Call call) {
        Failure scripted = takeScripted(call);
        return scripted == null ? rates.roll(call) : scripted;
    }

    public synchronized void clear() {
        lines.clear();
    }

    private synchronized @Nullable Failure takeScripted(Call call) {
        for (Iterator<Line> all = lines.iterator(); all.hasNext(); ) {
            Line line = all.next();
            if (line.calls.matches(call)) {
                line.left--;
                if (line.left == 0) {
                    all.remove();
                }
                return line.failure;
            }
        }
        return null;
    }
}
