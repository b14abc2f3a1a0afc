package org.cameld360.simulator.conversation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * The last items, numbered by their changes, so that a reader can ask for what is newer than what it has, and wait for it. An item that changes moves to the
 * end.
 */
public final class Feed<T> implements AutoCloseable {

    /**
     * What is newer than a cursor.
     *
     * @param epoch changes when everything was forgotten: cursors of another epoch mean nothing
     * @param cursor where to go on from
     * @param more whether there is more beyond the cursor already
     */
    public record Page<T>(String epoch, long cursor, boolean more, List<T> items) {}

    /**
     * Each holds a thread of the server. One more takes the place of the one that waits longest, as nobody may wait for that one's answer any
     * more: a server can't see that.
     */
    private static final int MAX_WAITING = 8;

    private final int keep;
    private final Consumer<T> dropped;
    private final NavigableMap<Long, T> items = new TreeMap<>();
    private String epoch = newEpoch();
    private long revision;
    private final Deque<Object> waiting = new ArrayDeque<>();
    private boolean closed;

    /**
     * An empty feed.
     *
     * @param keep how many items there are at most; the ones that did not change for longest are dropped
     * @param dropped is told of them, while nothing else can be done to this
     */
    public Feed(int keep, Consumer<T> dropped) {
        this.keep = keep;
        this.dropped = dropped;
    }

    /** The item is made with its number. */
    public synchronized T add(LongFunction<T> item) {
        T made = item.apply(++revision);
        items.put(revision, made);
        if (items.size() > keep) {
            dropped.accept(items.pollFirstEntry().getValue());
        }
        notifyAll();
        return made;
    }

    /** The item with the old number goes, where it still is there. */
    public synchronized T replace(long oldNumber, LongFunction<T> item) {
        items.remove(oldNumber);
        return add(item);
    }

    public synchronized List<T> all() {
        return List.copyOf(items.values());
    }

    public synchronized Page<T> after(long cursor, int limit) {
        List<T> page = new ArrayList<>();
        long last = cursor;
        for (Map.Entry<Long, T> entry : items.tailMap(cursor, false).entrySet()) {
            if (page.size() == limit) {
                return new Page<>(epoch, last, true, page);
            }
            page.add(entry.getValue());
            last = entry.getKey();
        }
        return new Page<>(epoch, Math.min(last, revision), false, page);
    }

    /** As {@link #after(long, int)}, and waits for something newer where there is nothing. */
    public synchronized Page<T> awaitAfter(long cursor, int limit, Duration atMost) throws InterruptedException {
        return awaitAfter(epoch, cursor, limit, atMost);
    }

    /** The same, for a cursor of the epoch that is given; nothing is waited for where that one is over. */
    public synchronized Page<T> awaitAfter(String ofEpoch, long cursor, int limit, Duration atMost)
            throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        Object place = new Object();
        try {
            long left = atMost.toNanos();
            boolean placed = true;
            while (revision <= cursor && epoch.equals(ofEpoch) && !closed && left > 0 && placed) {
                take(place);
                wait(Math.max(1, left / 1_000_000));
                left = end - System.nanoTime();
                placed = waiting.contains(place);
            }
        } finally {
            waiting.remove(place);
        }
        return after(cursor, limit);
    }

    private void take(Object place) {
        if (waiting.contains(place)) {
            return;
        }
        waiting.addLast(place);
        if (waiting.size() > MAX_WAITING) {
            waiting.removeFirst();
            notifyAll();
        }
    }

    public synchronized void clear() {
        items.clear();
        revision = 0;
        epoch = newEpoch();
        notifyAll();
    }

    /** Lets go of who waits. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private static String newEpoch() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
