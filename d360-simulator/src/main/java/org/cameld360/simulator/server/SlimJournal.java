package org.cameld360.simulator.server;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cameld360.simulator.page.PagePaths;

/**
 * WireMock's journal, for the last requests and without large bodies: such a request can be verified by everything but its body. It drops
 * the oldest entries itself, as WireMock would count them all at each request.
 */
final class SlimJournal implements RequestJournalStore {

    static final int LARGE = 64 * 1024;

    private static final int ENTRIES = 1_000;

    /** Of all bodies together. */
    private static final long MAX_BYTES = 16L * 1024 * 1024;

    private final Deque<ServeEvent> newestFirst = new ArrayDeque<>();
    private long bytes;

    @Override
    public synchronized void add(ServeEvent event) {
        if (PagePaths.isOfThePage(
                event.getRequest().getMethod().getName(), event.getRequest().getUrl())) {
            return;
        }
        ServeEvent slim = slim(event);
        newestFirst.addFirst(slim);
        bytes += size(slim);
        while (newestFirst.size() > ENTRIES || (bytes > MAX_BYTES && newestFirst.size() > 1)) {
            bytes -= size(newestFirst.removeLast());
        }
    }

    /** WireMock hands a request in again once its answer has left, for the timing. What is here is complete enough. */
    @Override
    public void put(UUID id, ServeEvent event) {}

    @Override
    public synchronized Stream<ServeEvent> getAll() {
        return List.copyOf(newestFirst).stream();
    }

    @Override
    public Stream<UUID> getAllKeys() {
        return getAll().map(ServeEvent::getId);
    }

    @Override
    public Optional<ServeEvent> get(UUID id) {
        return getAll().filter(event -> event.getId().equals(id)).findFirst();
    }

    @Override
    public synchronized void removeLast() {
        ServeEvent last = newestFirst.pollLast();
        bytes -= last == null ? 0 : size(last);
    }

    @Override
    public synchronized void remove(UUID id) {
        newestFirst.removeIf(event -> event.getId().equals(id));
        bytes = newestFirst.stream().mapToLong(SlimJournal::size).sum();
    }

    @Override
    public synchronized void clear() {
        newestFirst.clear();
        bytes = 0;
    }

    private static long size(ServeEvent event) {
        byte[] body = event.getRequest().getBody();
        return body == null ? 0 : body.length;
    }

    private static ServeEvent slim(ServeEvent event) {
        byte[] body = event.getRequest().getBody();
        return body == null || body.length <= LARGE
                ? event
                : event.replaceRequest((Request) new BodilessRequest(event.getRequest()));
    }
}
