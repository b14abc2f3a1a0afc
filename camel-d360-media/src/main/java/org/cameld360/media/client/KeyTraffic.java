package org.cameld360.media.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.cameld360.media.client.Turn.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The traffic of one key: the next free place of each lane, who has to wait, and which gets failed. All times are in
 * nanoseconds of one clock that only goes forward.
 */
final class KeyTraffic {

    /**
     * Requests leave evenly, at nine tenths of the rate: they don't arrive as evenly as they leave, and 360dialog counts
     * how they arrive.
     */
    private static final double OF_THE_RATE = 0.9;

    private static final long SECOND = 1_000_000_000;
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final int MANY_RECIPIENTS = 1_000;

    private final Map<Lane, Long> nextPlace = new EnumMap<>(Lane.class);
    private final Map<Lane, Long> lanePauses = new EnumMap<>(Lane.class);
    private final Map<String, Long> recipientPauses = new HashMap<>();
    private final Deque<Long> failedGets = new ArrayDeque<>();
    private final Deque<CompletableFuture<Void>> waitingGets = new ArrayDeque<>();
    private int getsUnderWay;
    private long lastUse;

    /**
     * Gives the call a place in its lane, where nothing else keeps it.
     *
     * @param latest a place behind that time is not given
     */
    synchronized Turn turn(ApiCall<?> call, Lane lane, TrafficLimits limits, long now, long latest) {
        lastUse = now;
        Turn kept = kept(call, lane, limits, now, latest);
        return kept != null ? kept : place(lane, limits, now, latest);
    }

    private Turn place(Lane lane, TrafficLimits limits, long now, long latest) {
        int rate = lane.rate(limits);
        if (rate == 0) {
            return Turn.granted(0);
        }
        long place = Math.max(now, nextPlace.getOrDefault(lane, now));
        if (place > now && place > latest) {
            return Turn.refused(place - now, Reason.RATE);
        }
        nextPlace.put(lane, place + (long) (SECOND / (rate * OF_THE_RATE)));
        return Turn.granted(place - now);
    }

    /** The call has reached its place: it goes now, unless something has come up meanwhile. A get that goes has to end. */
    synchronized Turn enter(ApiCall<?> call, Lane lane, TrafficLimits limits, long now, long latest) {
        Turn kept = kept(call, lane, limits, now, latest);
        if (kept == null && call.operation() == ApiOperation.GET) {
            getsUnderWay++;
        }
        return kept != null ? kept : Turn.granted(0);
    }

    /** What keeps a call from going besides the rate, or {@code null}. */
    private @Nullable Turn kept(ApiCall<?> call, Lane lane, TrafficLimits limits, long now, long latest) {
        String recipient = call.recipient();
        long lanePause = lanePauses.getOrDefault(lane, now);
        long recipientPause = recipient == null ? now : recipientPauses.getOrDefault(recipient, now);
        boolean get = call.operation() == ApiOperation.GET;
        long getPause = get ? getsAgainAt(limits, now) : now;
        long until = Math.max(getPause, Math.max(lanePause, recipientPause));
        if (until > now) {
            Reason reason =
                    until == getPause ? Reason.FAILED_GETS : until == lanePause ? Reason.THROTTLED : Reason.RECIPIENT;
            return until > latest ? Turn.refused(until - now, reason) : Turn.askAgain(until - now, reason);
        }
        if (get && !mayAllFail(limits)) {
            return now >= latest
                    ? Turn.refused(SECOND, Reason.OTHER_GETS)
                    : Turn.askAgain(latest - now, Reason.OTHER_GETS);
        }
        return null;
    }

    private long getsAgainAt(TrafficLimits limits, long now) {
        while (!failedGets.isEmpty() && failedGets.getFirst() + HOUR <= now) {
            failedGets.removeFirst();
        }
        int tooMany = failedGets.size() - limits.failingGets();
        return limits.failedGets() == 0 || tooMany < 0
                ? now
                : failedGets.stream().skip(tooMany).findFirst().orElseThrow() + HOUR;
    }

    /** Whether one more get could fail together with those that are under way. */
    private boolean mayAllFail(TrafficLimits limits) {
        return limits.failedGets() == 0 || failedGets.size() + getsUnderWay < limits.failingGets();
    }

    /** Ends that wait as soon as a get has ended. */
    synchronized void untilGetEnds(CompletableFuture<Void> wait, TrafficLimits limits) {
        if (mayAllFail(limits)) {
            wait.complete(null);
        } else {
            waitingGets.removeIf(CompletableFuture::isDone);
            waitingGets.addLast(wait);
        }
    }

    void getEnded(boolean failed, TrafficLimits limits, long now) {
        takeNote(failed, limits, now);
        // one that is over already has gone by itself: the place is for the one behind it
        for (CompletableFuture<Void> next = nextWaiting(); next != null && !next.complete(null); ) {
            next = nextWaiting();
        }
    }

    private synchronized void takeNote(boolean failed, TrafficLimits limits, long now) {
        lastUse = now;
        getsUnderWay--;
        if (failed) {
            failedGets.addLast(now);
            while (failedGets.size() > Math.max(limits.failedGets(), 1)) {
                failedGets.removeFirst();
            }
        }
    }

    private synchronized @Nullable CompletableFuture<Void> nextWaiting() {
        return waitingGets.pollFirst();
    }

    /** A get can't go for a reason that all of them share: who waits for its turn is to learn of it too. */
    void endAllWaits() {
        List<CompletableFuture<Void>> all;
        synchronized (this) {
            all = List.copyOf(waitingGets);
            waitingGets.clear();
        }
        all.forEach(wait -> wait.complete(null));
    }

    synchronized void pauseLane(Lane lane, long until) {
        lanePauses.merge(lane, until, Math::max);
    }

    synchronized void pauseRecipient(String recipient, long until, long now) {
        if (recipientPauses.size() >= MANY_RECIPIENTS) {
            recipientPauses.values().removeIf(over -> over <= now);
        }
        recipientPauses.merge(recipient, until, Math::max);
    }

    /** Whether nothing is known that a later request would need. */
    synchronized boolean isIdle(long now) {
        return now - lastUse > HOUR
                && getsUnderWay == 0
                && nextPlace.values().stream().allMatch(place -> place <= now)
                && lanePauses.values().stream().allMatch(until -> until <= now)
                && recipientPauses.values().stream().allMatch(until -> until <= now);
    }
}
