package org.cameld360.media.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The temporary files of exchanges. What was spooled is removed when the exchange ends. What was downloaded may still be
 * read by whoever asked for it, such as a {@code ProducerTemplate}, which gets it after the exchange has ended: so the
 * last few downloads of ended exchanges are kept, within a bound, and go when others follow or the component stops.
 */
final class TempFiles {

    private static final Logger LOG = LoggerFactory.getLogger(TempFiles.class);
    private static final String PREFIX = "d360-media-";
    private static final int KEPT_FILES = 16;
    private static final long KEPT_BYTES = 256_000_000;

    private record Kept(Path file, long size) {}

    private final Set<Path> inUse = new HashSet<>();
    private final Deque<Kept> kept = new ArrayDeque<>();
    private long keptBytes;

    /** A new, empty file that {@link #discard} or {@link #keepAfter} must be called for. */
    synchronized Path create() throws IOException {
        Path file = Files.createTempFile(PREFIX, ".download");
        inUse.add(file);
        return file;
    }

    /** Whether a file has a name that was made up here, and so none that anybody wants to see. */
    static boolean isOurs(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(PREFIX) && name.endsWith(".download");
    }

    /** Removes a spooled file when the exchange ends. */
    void removeAfter(Exchange exchange, Path file) {
        synchronized (this) {
            inUse.add(file);
        }
        atEndOf(exchange, () -> discard(file));
    }

    /** Keeps a downloaded file for a while when the exchange has ended. */
    void keepAfter(Exchange exchange, Path file, long size) {
        atEndOf(exchange, () -> keep(new Kept(file, size)));
    }

    synchronized void discard(Path file) {
        inUse.remove(file);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The temporary file {} can't be removed: {}", file, e.toString());
        }
    }

    synchronized void close() {
        kept.forEach(entry -> discard(entry.file()));
        kept.clear();
        keptBytes = 0;
        Set.copyOf(inUse).forEach(this::discard);
    }

    private synchronized void keep(Kept entry) {
        kept.addLast(entry);
        keptBytes += entry.size();
        while (kept.size() > 1 && (kept.size() > KEPT_FILES || keptBytes > KEPT_BYTES)) {
            Kept oldest = kept.removeFirst();
            keptBytes -= oldest.size();
            discard(oldest.file());
        }
    }

    private static void atEndOf(Exchange exchange, Runnable action) {
        Synchronization atEnd = new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange ended) {
                action.run();
            }
        };
        // a part of a split or multicast ends before the exchange that it belongs to
        UnitOfWork whole = exchange.getProperty(ExchangePropertyKey.STREAM_CACHE_UNIT_OF_WORK, UnitOfWork.class);
        if (whole != null) {
            whole.addSynchronization(atEnd);
        } else {
            exchange.getExchangeExtension().addOnCompletion(atEnd);
        }
    }
}
