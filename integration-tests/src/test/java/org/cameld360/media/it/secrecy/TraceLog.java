package org.cameld360.media.it.secrecy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.FileAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** Everything that anybody logs, down to TRACE, in a file. */
final class TraceLog implements AutoCloseable {

    /** Tells what the methods of Camel's own classes are called, in nine of ten lines of all. */
    private static final String METHOD_NAMES = "org.apache.camel.support.management.MBeanInfoAssembler";

    private static final Pattern FIRST_OF_EVENT =
            Pattern.compile("[0-9-]{10} [0-9:,]{12} (TRACE|DEBUG|INFO|WARN|ERROR|FATAL) (\\S+) \\[");

    private final Path file;
    private final LoggerContext context = LoggerContext.getContext(false);
    private final LoggerConfig root = context.getConfiguration().getRootLogger();
    private final Level before = root.getLevel();
    private final FileAppender appender;

    TraceLog(Path file) {
        this.file = file;
        this.appender = FileAppender.newBuilder()
                .setName("trace")
                .withFileName(file.toString())
                .withAppend(false)
                .setLayout(PatternLayout.newBuilder()
                        .withPattern("%d %p %c [%t] %m%n%xEx")
                        .withCharset(StandardCharsets.UTF_8)
                        .build())
                .build();
        appender.start();
        limitOthersTo(Level.OFF);
        root.addAppender(appender, Level.TRACE, null);
        root.setLevel(Level.TRACE);
        context.getConfiguration().addLogger(METHOD_NAMES, new LoggerConfig(METHOD_NAMES, Level.INFO, true));
        context.updateLoggers();
    }

    private void limitOthersTo(Level level) {
        List.copyOf(root.getAppenders().values()).forEach(other -> {
            root.removeAppender(other.getName());
            root.addAppender(other, level, null);
        });
    }

    /** All lines, each with the level and the logger that it came from. */
    List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        String source = "";
        for (String text : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            Matcher first = FIRST_OF_EVENT.matcher(text);
            if (first.lookingAt()) {
                source = first.group(1) + " " + first.group(2);
            }
            lines.add(new Line(source, text));
        }
        return lines;
    }

    record Line(String source, String text) {}

    @Override
    public void close() {
        root.setLevel(before);
        root.removeAppender("trace");
        limitOthersTo(null);
        context.getConfiguration().removeLogger(METHOD_NAMES);
        context.updateLoggers();
        appender.stop();
    }
}
