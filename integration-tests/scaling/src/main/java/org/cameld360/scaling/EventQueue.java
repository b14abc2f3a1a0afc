package org.cameld360.scaling;

import java.util.Arrays;

/** What happens next, in virtual nanoseconds: a binary heap of numbers, as there are millions of events. */
final class EventQueue {

    private long[] times = new long[64];
    private int[] events = new int[64];
    private int size;

    void add(long time, int event) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            events = Arrays.copyOf(events, 2 * size);
        }
        int place = size++;
        while (place > 0 && times[(place - 1) / 2] > time) {
            move((place - 1) / 2, place);
            place = (place - 1) / 2;
        }
        put(place, time, event);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** When the next event is. */
    long time() {
        return times[0];
    }

    /** Takes the next event out. */
    int take() {
        int next = events[0];
        size--;
        long time = times[size];
        int event = events[size];
        int place = 0;
        for (int child = smallerChild(place); child < size && times[child] < time; child = smallerChild(place)) {
            move(child, place);
            place = child;
        }
        put(place, time, event);
        return next;
    }

    private int smallerChild(int place) {
        int left = 2 * place + 1;
        return left + 1 < size && times[left + 1] < times[left] ? left + 1 : left;
    }

    private void move(int from, int to) {
        put(to, times[from], events[from]);
    }

    private void put(int place, long time, int event) {
        times[place] = time;
        events[place] = event;
    }
}
