package org.cameld360.media.component;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.IdentityHashMap;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.StreamCache;
import org.cameld360.media.media.MediaSource;
import org.cameld360.media.media.MediaSpool;
import org.cameld360.media.media.Rejections;

/**
 * Spools what can be read once, and remembers it for as long as the exchange lasts: a redelivery by Camel, or a second
 * endpoint in the route, finds the bytes again.
 */
final class Spooler {

    private static final String PROPERTY = "CamelD360MediaSpooled";

    /** Where spooling is on, Camel keeps streams up to 128 kB in memory; what is far beyond that was meant for the disk. */
    static final long LARGE_IN_HEAP = 1_000_000;

    private final Exchange exchange;
    private final D360MediaComponent component;
    private final long maxBytes;

    Spooler(Exchange exchange, D360MediaComponent component, long maxBytes) {
        this.exchange = exchange;
        this.component = component;
        this.maxBytes = maxBytes;
    }

    /**
     * @param body what the stream is made of: the same body gives the same source again
     * @param stream asked for only where the body was not spooled before
     */
    MediaSource spool(Object body, Supplier<InputStream> stream) {
        IdentityHashMap<Object, MediaSource> spooled = spooled();
        synchronized (spooled) {
            MediaSource known = spooled.get(body);
            if (known == null) {
                known = MediaSpool.spool(
                        stream.get(), maxBytes, file -> component.tempFiles().removeAfter(exchange, file));
                spooled.put(body, known);
            }
            return known;
        }
    }

    /** A copy of the cache is read, so that whoever comes next finds it where it was. */
    MediaSource spool(StreamCache cache) {
        if (cache.inMemory() && cache.length() > LARGE_IN_HEAP) {
            component.warnOfHeapCache(cache.length());
        }
        try {
            cache.reset();
            StreamCache copy = cache.copy(exchange);
            if (copy instanceof InputStream stream) {
                return spool(cache, () -> stream);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            (copy == null ? cache : copy).writeTo(bytes);
            cache.reset();
            return spool(cache, () -> new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw Rejections.of(
                    "source-broken",
                    "The cached stream can't be read again: " + Rejections.shown(String.valueOf(e.getMessage())),
                    e);
        }
    }

    /** Parts of a split or multicast share it with their whole, as their files last as long as that. */
    private IdentityHashMap<Object, MediaSource> spooled() {
        Object whole = exchange.getProperty(ExchangePropertyKey.STREAM_CACHE_UNIT_OF_WORK);
        Object owner = whole == null ? exchange.getExchangeId() : whole;
        Spooled earlier = exchange.getProperty(PROPERTY, Spooled.class);
        if (earlier != null && earlier.owner().equals(owner)) {
            return earlier.sources();
        }
        Spooled begun = new Spooled(owner, new IdentityHashMap<>());
        exchange.setProperty(PROPERTY, begun);
        return begun.sources();
    }

    /** @param owner what lasts as long as the files */
    private record Spooled(Object owner, IdentityHashMap<Object, MediaSource> sources) {}
}
