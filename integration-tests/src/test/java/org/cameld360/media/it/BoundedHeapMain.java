package org.cameld360.media.it;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.io.File;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.cameld360.media.UploadedMedia;
import org.cameld360.media.component.D360MediaComponent;
import org.cameld360.media.component.D360MediaConfiguration;

/** Uploads a file, once as such and once as a stream, and downloads it again. Says what it sent and got, and its peak heap. */
final class BoundedHeapMain {

    private static final AtomicLong LEFT_BY_COLLECTIONS = new AtomicLong();

    private BoundedHeapMain() {}

    public static void main(String[] arguments) throws Exception {
        watchCollections();
        Path file = Path.of(arguments[2]);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("d360-media", component(arguments[0], arguments[1]));
            context.addRoutes(routes());
            context.start();
            run(context.createProducerTemplate(), file);
        }
        say("peakHeap", peakHeap());
        say("peakHeapAfterCollection", LEFT_BY_COLLECTIONS);
    }

    private static void run(ProducerTemplate template, Path file) throws Exception {
        long begin = System.nanoTime();
        UploadedMedia fromFile = template.requestBody("direct:upload", file.toFile(), UploadedMedia.class);
        say("fileId", fromFile.id());
        say("fileSent", fromFile.sha256());
        say("fileMillis", millisSince(begin));

        begin = System.nanoTime();
        UploadedMedia fromStream;
        try (InputStream stream = Files.newInputStream(file)) {
            fromStream = template.requestBodyAndHeaders(
                    "direct:upload",
                    stream,
                    Map.of("CamelD360MediaFileName", "stream.pdf", "CamelD360MediaContentType", "application/pdf"),
                    UploadedMedia.class);
        }
        say("streamId", fromStream.id());
        say("streamSent", fromStream.sha256());
        say("streamMillis", millisSince(begin));

        begin = System.nanoTime();
        File got = template.requestBodyAndHeader("direct:get", null, "CamelD360MediaId", fromFile.id(), File.class);
        say("getMillis", millisSince(begin));
        say("gotSize", got.length());
        say("got", PseudoRandomFiles.sha256(got.toPath()));
    }

    private static D360MediaComponent component(String version, String baseUrl) {
        D360MediaComponent component = new D360MediaComponent();
        D360MediaConfiguration options = component.getConfiguration();
        options.setApiVersion(version);
        options.setBaseUrl(baseUrl);
        options.setApiKey(System.getenv("D360_API_KEY"));
        options.setMaxRetries(0);
        return component;
    }

    private static RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:upload").streamCache("false").to("d360-media:upload");
                from("direct:get").to("d360-media:get");
            }
        };
    }

    /** Called after each collection: what was left then, at its highest. */
    private static void watchCollections() {
        NotificationListener listener = (notification, nothing) -> {
            if (notification.getUserData() instanceof CompositeData data
                    && notification
                            .getType()
                            .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
                GcInfo collection = GarbageCollectionNotificationInfo.from(data).getGcInfo();
                LEFT_BY_COLLECTIONS.accumulateAndGet(heap(collection.getMemoryUsageAfterGc()), Math::max);
            }
        };
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(bean -> ((NotificationEmitter) bean).addNotificationListener(listener, null, null));
    }

    private static long heap(Map<String, MemoryUsage> byPool) {
        return heapPools()
                .mapToLong(pool -> byPool.get(pool.getName()).getUsed())
                .sum();
    }

    /** The sum over the pools, each at its highest: no less than what was in use at any one time. */
    private static long peakHeap() {
        return heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static Stream<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private static void say(String name, Object value) {
        System.out.println(name + "=" + value);
    }
}
