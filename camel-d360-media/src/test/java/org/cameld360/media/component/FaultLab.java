package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.cameld360.media.client.ScriptedServer;

/** Camel routes with short timeouts, exchanges whose ends are counted, and a look at what they leave behind. */
final class FaultLab implements AutoCloseable {

    static final String KEY = "k3y-0f-the-l4b";

    static final int RESPONSE_TIMEOUT = 400;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final D360MediaComponent component = new D360MediaComponent();
    private final List<String> filesBefore = temporaryFiles();
    private long socketsBefore = openSockets();
    private final Map<String, String> routes = new HashMap<>();

    static {
        ScriptedServer.start(conversation -> {}).close();
    }

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
        context.disableJMX();
        context.addComponent("d360-media", component);
        context.getShutdownStrategy().setTimeout(1);
        context.getExecutorServiceManager().setShutdownAwaitTermination(500);
        context.start();
    }

    CamelContext context() {
        return context;
    }

    /** Sends an exchange through a route to that endpoint. */
    Ending start(String uri, Consumer<Exchange> message) {
        return through(route(uri), message);
    }

    /** A route to that endpoint, by where it begins; the same for the same endpoint. */
    String route(String uri) {
        return routes.computeIfAbsent(uri, this::newRoute);
    }

    private String newRoute(String uri) {
        String from = "direct:lab" + routes.size();
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from(from).to(uri);
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return from;
    }

    Ending through(String from, Consumer<Exchange> message) {
        try {
            AsyncProcessor route = AsyncProcessorConverterHelper.convert(
                    context.getEndpoint(from).createAsyncProducer());
            Exchange exchange = new DefaultExchange(context);
            message.accept(exchange);
            Ending ending = new Ending(exchange);
            route.process(exchange, doneSync -> ending.ended());
            return ending;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
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
    static void until(Callable<Boolean> condition) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(5))
                .until(condition);
    }

    /** The lab is closed, and so is everything that it had opened. */
    void assertNothingIsLeft() {
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(temporaryFiles()).as("temporary files").isEqualTo(filesBefore);
            assertThat(openMediaFiles()).as("open files").isEmpty();
            assertThat(threads()).as("threads").isEmpty();
        });
    }

    /** The servers are closed: no connection to them is left open here. */
    void assertNoConnectionIsOpen() {
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(openSockets())
                .as("open sockets")
                .isLessThanOrEqualTo(socketsBefore));
    }

    /** From here on, what is open now is open all the time. */
    void countConnectionsFromHereOn() {
        socketsBefore = openSockets();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("d360-media"))
                .toList();
    }

    /** Where the system tells, else 0. The JDK keeps one that it made for the first. */
    private static long openSockets() {
        try {
            return descriptors().filter(name -> name.startsWith("socket:")).count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
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
        return descriptors()
                .filter(name -> name.contains("d360-media-") || name.matches(".*\\.(jpg|pdf|mp4|part)( .*)?"))
                .toList();
    }

    /** What this JVM holds open. */
    private static Stream<String> descriptors() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return Stream.of();
        }
        try (Stream<Path> links = Files.list(descriptors)) {
            return links.map(FaultLab::target).toList().stream();
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

        /** A download that succeeded may be read after its exchange has ended, so that its file stays for a while. */
        void removeDownload() {
            if (exchange.getMessage().getBody() instanceof File file && TempFiles.isOurs(file.toPath())) {
                assertThat(file.delete()).isTrue();
            }
        }

        Exception failure() {
            return exchange.getException();
        }
    }
}
