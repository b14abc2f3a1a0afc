package org.cameld360.media.it;

import com.sun.management.ThreadMXBean;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.cameld360.media.UploadedMedia;

/**
 * Uploads one file again and again, so many at a time, as a file or as a stream that Camel writes to the disk. Says what all its
 * threads allocated for each, those before not counted that warm it up.
 */
final class UploadCostMain {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final ProducerTemplate template;
    private final File file;
    private final boolean asStream;

    private UploadCostMain(ProducerTemplate template, File file, boolean asStream) {
        this.template = template;
        this.file = file;
        this.asStream = asStream;
    }

    /**
     * Expects the base URL, the file, whether it goes as a stream, how many uploads warm it up, how many
     * count, and how many go at a time.
     */
    public static void main(String[] arguments) throws Exception {
        int warmUps = Integer.parseInt(arguments[3]);
        int uploads = Integer.parseInt(arguments[4]);
        int atOnce = Integer.parseInt(arguments[5]);
        ExecutorService callers = Executors.newFixedThreadPool(atOnce);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getStreamCachingStrategy().setSpoolEnabled(true);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    // the server is no one's, and takes what comes
                    from("direct:upload")
                            .to("d360-media:upload?apiVersion=v1&apiKey={{env:D360_API_KEY}}&baseUrl=" + arguments[0]
                                    + "&maxRetries=0&maxUploadsPerSecond=0");
                }
            });
            context.start();
            UploadCostMain main = new UploadCostMain(
                    context.createProducerTemplate(), new File(arguments[1]), Boolean.parseBoolean(arguments[2]));
            main.upload(callers, warmUps);
            long before = allocated();
            main.upload(callers, uploads);
            System.out.println("allocatedEach=" + (allocated() - before) / uploads);
        } finally {
            callers.shutdown();
        }
    }

    private void upload(ExecutorService callers, int count) throws Exception {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(callers.submit(() -> {
                uploadOne();
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
    }

    private void uploadOne() throws IOException {
        if (asStream) {
            try (FileInputStream stream = new FileInputStream(file)) {
                template.requestBodyAndHeaders(
                        "direct:upload",
                        stream,
                        Map.of("CamelD360MediaFileName", "stream.pdf", "CamelD360MediaContentType", "application/pdf"),
                        UploadedMedia.class);
            }
        } else {
            template.requestBody("direct:upload", file, UploadedMedia.class);
        }
    }

    /** By all threads that live; none ends meanwhile, as idle ones are kept for a minute. */
    private static long allocated() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
