package org.cameld360.media.component;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.IdentityHashMap;
import org.apache.camel.Exchange;
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

    /** Camel keeps streams up to 128 kB in memory by design; what is far beyond that was meant for the disk. */
    private static final long LARGE_IN_HEAP = 10_000_000;

    private final Exchange exchange;
    private final D360MediaComponent component;
    private final long maxBytes;

    Spooler(Exchange exchange, D360MediaComponent component, long maxBytes) {
        this.exchange = exchange;
        this.component = component;
        this.maxBytes = maxBytes;
    }

    /** @param body what the stream was made of: the same body gives the same source again */
    MediaSource spool(Object body, InputStream stream) {
        IdentityHashMap<Object, MediaSource> spooled = spooled();
        MediaSource known = spooled.get(body);
        if (known != null) {
            return known;
        }
        MediaSource source =
                MediaSpool.spool(stream, maxBytes, file -> component.tempFiles().removeAfter(exchange, file));
        spooled.put(body, source);
        return source;
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
                return spool(cache, stream);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            (copy == null ? cache : copy).writeTo(bytes);
            cache.reset();
            return spool(cache, new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw Rejections.of(
                    "source-broken",
                    "The cached stream can't be read again: " + Rejections.shown(String.valueOf(e.getMessage())),
                    e);
        }
    }

    @SuppressWarnings("unchecked")
    private IdentityHashMap<Object, MediaSource> spooled() {
        IdentityHashMap<Object, MediaSource> spooled =
                (IdentityHashMap<Object, MediaSource>) exchange.getProperty(PROPERTY);
        if (spooled == null) {
            spooled = new IdentityHashMap<>();
            exchange.setProperty(PROPERTY, spooled);
        }
        return spooled;
    }
}
