package org.cameld360.simulator.fault;

import java.util.concurrent.ThreadLocalRandom;
import org.cameld360.simulator.call.Call;
import org.jspecify.annotations.Nullable;

/**
 * How often something goes wrong by chance: shares of all calls, from 0 to 1.
 *
 * @param unavailable answered with 503
 * @param cut the connection is reset before the call is carried out
 * @param lost the connection is reset after it was
 * @param late of the messages: accepted, and later failed with 131053
 */
public record FaultRates(double unavailable, double cut, double lost, double late) {

    public static final FaultRates NONE = new FaultRates(0, 0, 0, 0);

    public FaultRates {
        for (double rate : new double[] {unavailable, cut, lost, late}) {
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException("a fault rate must be from 0 to 1");
            }
        }
    }

    public FaultRates withUnavailable(double rate) {
        return new FaultRates(rate, cut, lost, late);
    }

    public FaultRates withCut(double rate) {
        return new FaultRates(unavailable, rate, lost, late);
    }

    public FaultRates withLost(double rate) {
        return new FaultRates(unavailable, cut, rate, late);
    }

    public FaultRates withLate(double rate) {
        return new FaultRates(unavailable, cut, lost, rate);
    }

    /** Null where nothing goes wrong this time. */
    @Nullable
    Failure roll(Call call) {
        if (hits(unavailable)) {
            return Failure.withStatus(503);
        }
        if (hits(cut)) {
            return Failure.withConnectionCut();
        }
        if (hits(lost)) {
            return Failure.withAnswerLost();
        }
        if (CallPattern.message().matches(call) && hits(late)) {
            return Failure.later("Failed by chance, as the fault rate has it.");
        }
        return null;
    }

    private static boolean hits(double rate) {
        return rate > 0 && ThreadLocalRandom.current().nextDouble() < rate;
    }
}
