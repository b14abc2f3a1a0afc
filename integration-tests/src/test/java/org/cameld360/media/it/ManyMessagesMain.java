package org.cameld360.media.it;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.DefaultExchange;

/**
 * Sends many small messages, each tenth with an upload before it, from several threads and with many under way. Says after
 * each part how much it holds.
 */
final class ManyMessagesMain {

    private static final int THREADS = 4;
    static final int UNDER_WAY = 64;

    /** Smaller than what a sticker or a thumbnail has. */
    private static final byte[] PICTURE = PseudoRandomFiles.jpeg(2_000, 1);

    private final Semaphore free = new Semaphore(UNDER_WAY);
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final DefaultCamelContext context;
    private final AsyncProcessor route;
    private final long firstRecipient;

    private ManyMessagesMain(DefaultCamelContext context, long firstRecipient) throws Exception {
        this.context = context;
        this.firstRecipient = firstRecipient;
        this.route = AsyncProcessorConverterHelper.convert(
                context.getEndpoint("direct:in").createAsyncProducer());
    }

    public static void main(String[] arguments) throws Exception {
        String baseUrl = arguments[0];
        long firstRecipient = Long.parseLong(arguments[1]);
        int messages = Integer.parseInt(arguments[2]);
        int part = Integer.parseInt(arguments[3]);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    // the server is no one's, and takes what comes
                    from("direct:in")
                            .to("d360-media:send?apiVersion=v1&apiKey={{env:D360_API_KEY}}&baseUrl=" + baseUrl
                                    + "&maxConnections=32&maxRetries=0&maxMessagesPerSecond=0&maxUploadsPerSecond=0");
                }
            });
            context.start();
            ManyMessagesMain main = new ManyMessagesMain(context, firstRecipient);
            for (int sent = part; sent <= messages; sent += part) {
                main.sendUntil(sent);
                say(sent);
            }
        }
    }

    private void sendUntil(int end) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> sendOnes(end), "sender-" + i);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (!free.tryAcquire(UNDER_WAY, 1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("some exchanges do not end");
        }
        free.release(UNDER_WAY);
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private void sendOnes(int end) {
        int number = next.getAndUpdate(current -> Math.min(current + 1, end));
        while (number < end && failure.get() == null) {
            free.acquireUninterruptibly();
            Exchange exchange = exchange(number);
            route.process(exchange, doneSync -> {
                if (exchange.getException() != null) {
                    failure.compareAndSet(null, exchange.getException());
                }
                free.release();
            });
            number = next.getAndUpdate(current -> Math.min(current + 1, end));
        }
    }

    private Exchange exchange(int number) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setHeader("CamelD360MediaTo", Long.toString(firstRecipient + number));
        if (number % 10 == 0) {
            exchange.getMessage().setBody(PICTURE);
        } else {
            exchange.getMessage().setHeader("CamelD360MediaId", "f043afd0-f0ae-4b9c-ab3d-696fb4c8cd68");
        }
        exchange.getMessage().setHeader("CamelD360MediaType", "image");
        return exchange;
    }

    private static void say(int sent) throws IOException {
        System.gc();
        System.gc();
        List<String> threads = Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .toList();
        long workers =
                threads.stream().filter(name -> name.endsWith("- d360-media")).count();
        System.out.printf(
                "%d messages: heap %d, threads %d, workers %d, handles %d, millis %d%n",
                sent,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                threads.size() - workers,
                workers,
                handles(),
                ManagementFactory.getRuntimeMXBean().getUptime());
    }

    /** Where the system tells, else 0. */
    private static long handles() throws IOException {
        Path handles = Path.of("/proc/self/fd");
        if (!Files.isDirectory(handles)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(handles)) {
            return open.count();
        }
    }
}
