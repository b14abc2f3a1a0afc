package org.cameld360.media.client;

import java.time.Duration;
import org.cameld360.media.D360MediaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line at DEBUG for each thing that was done: ids, sizes and time, and recipients shortened. No names, captions, links or
 * keys.
 */
final class CallLog {

    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

    private final CallOrigin origin;

    CallLog(CallOrigin origin) {
        this.origin = origin;
    }

    /**
     * Something has ended.
     *
     * @param begin by {@link System#nanoTime}
     * @param what pairs of name and value, one space between them
     */
    void ended(ApiOperation operation, long begin, String what, @Nullable Throwable failure) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} {} {} ms={} exchange={}",
                    operation.value(),
                    failure == null ? "ok" : failed(Failures.cause(failure)),
                    what,
                    Duration.ofNanos(System.nanoTime() - begin).toMillis(),
                    origin.name());
        }
    }

    private static String failed(Throwable failure) {
        StringBuilder text =
                new StringBuilder("failed reason=").append(failure.getClass().getSimpleName());
        if (failure instanceof D360MediaException known) {
            add(text, "status", known.getStatus());
            add(text, "code", known.getCode());
        }
        return text.toString();
    }

    private static void add(StringBuilder text, String name, @Nullable Integer value) {
        if (value != null) {
            text.append(' ').append(name).append('=').append(value);
        }
    }
}
