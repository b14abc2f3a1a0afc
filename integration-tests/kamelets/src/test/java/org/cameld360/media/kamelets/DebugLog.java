package org.cameld360.media.kamelets;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** Everything that is logged meanwhile, down to DEBUG. */
final class DebugLog extends AbstractAppender implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final LoggerContext context = LoggerContext.getContext(false);
    private final LoggerConfig root = context.getConfiguration().getRootLogger();

    DebugLog() {
        super(
                "debug",
                null,
                PatternLayout.newBuilder().withPattern("%p %c %m%n%xEx").build(),
                true,
                Property.EMPTY_ARRAY);
        start();
        root.addAppender(this, Level.DEBUG, null);
        context.updateLoggers();
    }

    /** One text for each event: level, logger, message, stack trace. */
    List<String> lines() {
        return lines;
    }

    @Override
    public void append(LogEvent event) {
        lines.add(getLayout().toSerializable(event).toString());
    }

    @Override
    public void close() {
        root.removeAppender(getName());
        context.updateLoggers();
        stop();
    }
}
