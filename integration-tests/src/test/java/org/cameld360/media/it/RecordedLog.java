package org.cameld360.media.it;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** What one class logs, from a level on. */
final class RecordedLog extends AbstractAppender implements AutoCloseable {

    private final Logger logger;
    private final Level level;
    private final List<String> messages = new CopyOnWriteArrayList<>();

    private RecordedLog(Logger logger, Level level) {
        super("recorded-" + logger.getName(), null, null, true, Property.EMPTY_ARRAY);
        this.logger = logger;
        this.level = level;
    }

    static RecordedLog of(Class<?> type, Level level) {
        RecordedLog log = new RecordedLog((Logger) LogManager.getLogger(type), level);
        log.start();
        log.logger.addAppender(log);
        return log;
    }

    List<String> messages() {
        return messages;
    }

    @Override
    public void append(LogEvent event) {
        if (event.getLoggerName().equals(logger.getName()) && event.getLevel().isMoreSpecificThan(level)) {
            messages.add(event.getMessage().getFormattedMessage());
        }
    }

    @Override
    public void close() {
        logger.removeAppender(this);
        stop();
    }
}
