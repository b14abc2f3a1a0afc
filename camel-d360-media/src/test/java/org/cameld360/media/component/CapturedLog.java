package org.cameld360.media.component;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** Everything that is logged meanwhile, with the root and HttpClient at TRACE. */
final class CapturedLog {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AbstractAppender appender =
            new AbstractAppender(
                    "captured",
                    null,
                    PatternLayout.newBuilder().withPattern("%c - %m%n%xEx").build(),
                    true,
                    Property.EMPTY_ARRAY) {
                @Override
                public void append(LogEvent event) {
                    lines.add(getLayout().toSerializable(event).toString());
                }
            };
    private Level levelBefore;

    void start() {
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        Configuration configuration = context.getConfiguration();
        levelBefore = configuration.getRootLogger().getLevel();
        appender.start();
        configuration.getRootLogger().addAppender(appender, Level.TRACE, null);
        configuration.getRootLogger().setLevel(Level.TRACE);
        context.updateLoggers();
    }

    void stop() {
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        Configuration configuration = context.getConfiguration();
        configuration.getRootLogger().removeAppender("captured");
        configuration.getRootLogger().setLevel(levelBefore);
        context.updateLoggers();
        appender.stop();
    }

    String text() {
        return lines.stream().collect(Collectors.joining());
    }
}
