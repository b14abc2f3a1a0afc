package org.cameld360.scaling;

import java.util.Arrays;

/** Messages in their order, and the thread that works on the first of them until it is done. */
final class Partition {

    private int[] waiting = new int[16];
    private int first;
    private int size;

    private boolean busy;
    private boolean abandoned;
    private boolean behind;
    private int message;
    private long arrivesAt;
    private long doneAt;

    void add(int added) {
        if (size == waiting.length) {
            int[] larger = Arrays.copyOf(waiting, 2 * size);
            // The ring is full, so what lies before the first comes after the last.
            System.arraycopy(waiting, 0, larger, size, first);
            waiting = larger;
        }
        waiting[(first + size++) % waiting.length] = added;
    }

    boolean canBegin() {
        return !busy && !abandoned && size > 0;
    }

    /** Takes the first message in hand. */
    void begin(long arrives, long done) {
        message = waiting[first];
        first = (first + 1) % waiting.length;
        size--;
        arrivesAt = arrives;
        doneAt = done;
        busy = true;
    }

    /** Whether a message is in hand that is done by now. */
    boolean isDone(long now) {
        return busy && doneAt == now;
    }

    boolean isBusy() {
        return busy;
    }

    void end() {
        busy = false;
    }

    /** Its worker dies: the message in hand is in doubt, and nobody works on the others. */
    void abandon() {
        busy = false;
        abandoned = true;
    }

    /** Whether something was left to do. */
    boolean takeOver() {
        abandoned = false;
        behind = size > 0;
        return behind;
    }

    /** True once: when nothing waits any more after a take-over. */
    boolean hasCaughtUp() {
        boolean now = behind && size == 0;
        behind &= !now;
        return now;
    }

    /** The one in hand. */
    int message() {
        return message;
    }

    /** When the message in hand reaches WhatsApp. */
    long arrivesAt() {
        return arrivesAt;
    }
}
