package org.cameld360.media.component;

import java.util.List;
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

    private record Entry(Level level, String logger, String text) {}

    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
    private final AbstractAppender appender =
            new AbstractAppender(
                    "captured",
                    null,
                    PatternLayout.newBuilder().withPattern("%c - %m%n%xEx").build(),
                    true,
                    Property.EMPTY_ARRAY) {
                @Override
                public void append(LogEvent event) {
                    entries.add(new Entry(
                            event.getLevel(),
                            event.getLoggerName(),
                            getLayout().toSerializable(event).toString()));
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
        return entries.stream().map(Entry::text).collect(Collectors.joining());
    }

    /** What an application shows by default, and everything of our own. */
    String shown() {
        return entries.stream()
                .filter(entry -> entry.level().isMoreSpecificThan(Level.INFO)
                        || entry.logger().startsWith("org.cameld360"))
                .map(Entry::text)
                .collect(Collectors.joining());
    }

    List<String> warningsOf(Class<?> logger) {
        return entries.stream()
                .filter(entry -> entry.level() == Level.WARN && entry.logger().equals(logger.getName()))
                .map(Entry::text)
                .toList();
    }
}
