package org.cameld360.scaling;

import java.util.Arrays;

/** The far end: when which message of one number arrived. */
final class Api {

    private static final long SECOND = 1_000_000_000L;

    private final int[] latestMessage;
    private final long[] latestArrival;
    private long[] arrivals = new long[1024];
    private int count;
    private int outOfOrder;

    Api(int recipients) {
        latestMessage = new int[recipients];
        latestArrival = new long[recipients];
        Arrays.fill(latestMessage, -1);
        Arrays.fill(latestArrival, -1);
    }

    void arrived(int recipient, int message, long at) {
        if (count == arrivals.length) {
            arrivals = Arrays.copyOf(arrivals, 2 * count);
        }
        arrivals[count++] = at;
        boolean later = at > latestArrival[recipient];
        if (later != (message > latestMessage[recipient])) {
            outOfOrder++;
        }
        if (later) {
            latestArrival[recipient] = at;
            latestMessage[recipient] = message;
        }
    }

    int count() {
        return count;
    }

    /** How many messages overtook an earlier one to the same recipient. */
    int outOfOrder() {
        return outOfOrder;
    }

    int countFrom(long time) {
        return (int) Arrays.stream(arrivals, 0, count).filter(at -> at >= time).count();
    }

    /** The most that came within one second, however it lies. */
    int busiestSecond() {
        Arrays.sort(arrivals, 0, count);
        int most = 0;
        int from = 0;
        for (int to = 0; to < count; to++) {
            while (arrivals[to] - arrivals[from] >= SECOND) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }
}
