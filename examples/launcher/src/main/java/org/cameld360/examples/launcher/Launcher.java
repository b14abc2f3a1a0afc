package org.cameld360.examples.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Runs the example that is on the class path until Ctrl-C, or with {@code --once} until nothing has happened for some seconds.
 * Exit codes: 0, 1 where an exchange failed or none came with {@code --once}, 2 where it could not start.
 */
public final class Launcher {

    private static final String USAGE = "Usage: [--once]   --once: end when nothing has happened for 5 seconds";
    private static final int IDLE_SECONDS = 5;
    private static final int NOT_ALL_WELL = 1;
    private static final int CANNOT_START = 2;

    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
    }

    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        if (!List.of("--once").containsAll(arguments)) {
            err.println(USAGE);
            return CANNOT_START;
        }
        boolean once = arguments.contains("--once");
        try (Example example = Example.prepare(environment, out::println)) {
            if (once) {
                example.camel().configure().setDurationMaxIdleSeconds(IDLE_SECONDS);
            }
            example.camel().addMainListener(new Running(example));
            example.camel().run();
            return once && (example.failed() > 0 || example.completed() == 0) ? NOT_ALL_WELL : 0;
        } catch (Exception e) {
            err.println("It can't start: " + innermost(e));
            return CANNOT_START;
        }
    }

    private static String innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
    }

    /** Tells the stand-ins when the routes run, and ends them with Camel: on Ctrl-C nothing later would run for certain. */
    private static final class Running extends MainListenerSupport {

        private final Example example;

        Running(Example example) {
            this.example = example;
        }

        @Override
        public void beforeStart(BaseMainSupport main) {
            try {
                main.getCamelContext().addService(new ServiceSupport() {
                    @Override
                    protected void doStop() {
                        example.closeStandIns();
                    }
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void afterStart(BaseMainSupport main) {
            try {
                example.routesAreRunning();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
