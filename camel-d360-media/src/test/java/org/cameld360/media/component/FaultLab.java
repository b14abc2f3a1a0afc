package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.DefaultExchange;
import org.awaitility.Awaitility;

/** Camel routes with short timeouts, exchanges whose ends are counted, and a look at what they leave behind. */
final class FaultLab implements AutoCloseable {

    static final String KEY = "k3y-0f-the-l4b";

    static final int RESPONSE_TIMEOUT = 400;

    private final CamelContext context = new DefaultCamelContext();
    private final D360MediaComponent component = new D360MediaComponent();
    private final List<String> filesBefore = temporaryFiles();
    private final AtomicInteger routes = new AtomicInteger();

    FaultLab() {
        this(options -> {});
    }

    FaultLab(Consumer<D360MediaConfiguration> more) {
        D360MediaConfiguration options = component.getConfiguration();
        options.setApiKey(KEY);
        options.setConnectTimeout(300);
        options.setResponseTimeout(RESPONSE_TIMEOUT);
        options.setMaxRetries(1);
        options.setMaxUploadsPerSecond(0);
        options.setMaxMessagesPerSecond(0);
        options.setMaxFailedGets(0);
        options.setRetryDelay(1);
        more.accept(options);
        context.addComponent("d360-media", component);
        context.getShutdownStrategy().setTimeout(1);
        context.getExecutorServiceManager().setShutdownAwaitTermination(500);
        context.start();
    }

    CamelContext context() {
        return context;
    }

    /** Sends an exchange through a new route to that endpoint. */
    Ending start(String uri, Consumer<Exchange> message) {
        String from = "direct:lab" + routes.incrementAndGet();
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from(from).to(uri);
                }
            });
            return through(from, message);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Ending through(String from, Consumer<Exchange> message) throws Exception {
        AsyncProcessor route =
                AsyncProcessorConverterHelper.convert(context.getEndpoint(from).createAsyncProducer());
        Exchange exchange = new DefaultExchange(context);
        message.accept(exchange);
        Ending ending = new Ending(exchange);
        route.process(exchange, doneSync -> ending.ended());
        return ending;
    }

    /** Nothing of ended exchanges is in flight, and no file is left. */
    void assertNothingLeaks() {
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            assertThat(inFlight()).as("attempts in flight").isZero();
            assertThat(temporaryFiles()).as("temporary files").isEqualTo(filesBefore);
            assertThat(openMediaFiles()).as("open files").isEmpty();
        });
    }

    /** Until something is so, within five seconds. */
    static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(5))
                .until(condition);
    }

    int inFlight() throws ReflectiveOperationException {
        var field = D360MediaComponent.class.getDeclaredField("transports");
        field.setAccessible(true);
        return ((Transports) field.get(component)).inFlight();
    }

    private static List<String> temporaryFiles() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("d360-media-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Media files that this JVM holds open, where the system tells. */
    private static List<String> openMediaFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return List.of();
        }
        try (Stream<Path> links = Files.list(descriptors)) {
            return links.map(FaultLab::target)
                    .filter(name -> name.contains("d360-media-") || name.matches(".*\\.(jpg|pdf|mp4|part)( .*)?"))
                    .toList();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    @Override
    public void close() {
        context.stop();
    }

    /** How an exchange ended, and how often. */
    static final class Ending {

        private final Exchange exchange;
        private final long started = System.nanoTime();
        private final AtomicInteger times = new AtomicInteger();
        private volatile Duration took = Duration.ZERO;

        Ending(Exchange exchange) {
            this.exchange = exchange;
        }

        private void ended() {
            took = Duration.ofNanos(System.nanoTime() - started);
            times.incrementAndGet();
        }

        int times() {
            return times.get();
        }

        Duration took() {
            return took;
        }

        Ending within(Duration longest) {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(longest)
                    .until(() -> times.get() > 0);
            return this;
        }

        Exchange exchange() {
            return exchange;
        }

        Exception failure() {
            return exchange.getException();
        }
    }
}
