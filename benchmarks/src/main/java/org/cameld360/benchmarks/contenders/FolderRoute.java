package org.cameld360.benchmarks.contenders;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinition;

/** Sends every file of a folder: uploads it, sends a message with it, and deletes it. */
public final class FolderRoute implements AutoCloseable {

    private static final String ID = "folder";

    private final String name;
    private final Path folder;
    private final Polls polls = new Polls();
    private final AtomicLong sent = new AtomicLong();
    private final CamelContext context = new DefaultCamelContext();

    private interface Sender {
        ProcessorDefinition<?> send(ProcessorDefinition<?> route, Target target);
    }

    private FolderRoute(String name, Path folder, Target target, long delayMillis, Sender sender) throws Exception {
        this.name = name;
        this.folder = folder;
        context.getRegistry().bind("polls", polls);
        HandWritten.tune(context, target);
        context.addRoutes(new RouteBuilder(context) {
            @Override
            public void configure() {
                sender.send(
                                from("file:" + folder + "?delete=true&initialDelay=0&pollStrategy=#polls&delay="
                                                + delayMillis)
                                        .routeId(ID)
                                        .autoStartup(false)
                                        .process(exchange -> polls.found()),
                                target)
                        .process(exchange -> sent.incrementAndGet());
            }
        });
        context.start();
    }

    /** One endpoint behind the folder. */
    public static FolderRoute ofD360Media(Path folder, Target target, long delayMillis) throws Exception {
        return new FolderRoute(
                "d360-media",
                folder,
                target,
                delayMillis,
                (route, to) -> route.to(D360Media.uri("send", to, "&to=" + D360Media.RECIPIENT)));
    }

    /** The folder's one thread would send one after the other, so there are as many as connections. */
    public static FolderRoute ofCamelHttp(Path folder, Target target, long delayMillis) throws Exception {
        return new FolderRoute(
                "camel-http route",
                folder,
                target,
                delayMillis,
                (route, to) -> HandWritten.send(
                        HandWritten.upload(route.threads(to.connections(), to.connections()), to), to));
    }

    public String name() {
        return name;
    }

    public Path folder() {
        return folder;
    }

    public Polls polls() {
        return polls;
    }

    /** How many files went through to the end of the route. */
    public long sent() {
        return sent.get();
    }

    public void start() throws Exception {
        context.getRouteController().startRoute(ID);
    }

    public void stop() throws Exception {
        context.getRouteController().stopRoute(ID);
    }

    @Override
    public void close() {
        context.stop();
    }
}
