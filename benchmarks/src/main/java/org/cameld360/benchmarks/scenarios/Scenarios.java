package org.cameld360.benchmarks.scenarios;

import java.util.List;
import java.util.stream.Stream;
import org.cameld360.benchmarks.contenders.AsyncHttpClient;
import org.cameld360.benchmarks.contenders.CamelWhatsApp;
import org.cameld360.benchmarks.contenders.ClassicHttpClient;
import org.cameld360.benchmarks.contenders.D360Media;
import org.cameld360.benchmarks.contenders.HandWritten;
import org.cameld360.benchmarks.contenders.JdkHttpClient;
import org.cameld360.benchmarks.contenders.WireLimit;
import org.cameld360.benchmarks.scenarios.Throughput.Entrant;

/** All of them, in the order of the page. */
public final class Scenarios {

    private static final long SMALL = 50_000;
    private static final long LARGE = 16_000_000;
    private static final long LARGEST = 100_000_000;

    private static final List<Entrant> RAW = List.of(
            D360Media::asDelivered,
            D360Media::withoutValidation,
            HandWritten::uploading,
            HandWritten::uploadingAndHashing,
            CamelWhatsApp::new,
            AsyncHttpClient::new,
            ClassicHttpClient::new,
            JdkHttpClient::new);
    private static final List<Entrant> RAW_PLAIN =
            Stream.concat(RAW.stream(), Stream.of((Entrant) WireLimit::new)).toList();
    private static final List<Entrant> FORM =
            List.of(D360Media::asDelivered, D360Media::withoutValidation, HandWritten::uploading, CamelWhatsApp::new);
    private static final List<Entrant> SEND = List.of(D360Media::sendingById, HandWritten::sendingById);

    private Scenarios() {}

    public static List<Scenario> all() {
        Shape small = Shape.of("v1", SMALL, 8);
        Shape smallForm = Shape.of("v2", SMALL, 8);
        Shape large = Shape.of("v1", LARGE, 4);
        return List.of(
                Throughput.messages("a-v1", "Uploads of 50 kB, 8 at a time, v1", small, RAW_PLAIN)
                        .withCurl(),
                Throughput.messages("a-v1-tls", "Uploads of 50 kB, 8 at a time, v1, TLS", small.withTls(), RAW)
                        .withCurl(),
                Throughput.messages("a-v2", "Uploads of 50 kB, 8 at a time, v2", smallForm, FORM),
                Throughput.messages("a-v2-tls", "Uploads of 50 kB, 8 at a time, v2, TLS", smallForm.withTls(), FORM),
                Throughput.messages("a-send", "Messages by media id, 8 at a time, v2", Shape.of("v2", 0, 8), SEND),
                Throughput.bytes("b-v1", "Uploads of 16 MB, 4 at a time, v1", large, RAW_PLAIN)
                        .withCurl(),
                Throughput.bytes("b-v1-tls", "Uploads of 16 MB, 4 at a time, v1, TLS", large.withTls(), RAW)
                        .withCurl(),
                new FolderRate(),
                new FolderDelay(),
                Throughput.messages(
                        "d",
                        "1,000 in flight, each answered after 200 ms, 50 kB, v1",
                        Shape.of("v1", SMALL, 1_000).answeredLate(),
                        List.of(D360Media::asDelivered, AsyncHttpClient::new)),
                new SmallHeap("e", "16 uploads of 100 MB at once with -Xmx64m, v2", LARGEST),
                new SmallHeap("e-10", "16 uploads of 10 MB at once with -Xmx64m, v2", LARGEST / 10),
                Throughput.messages("f-small-v1", "Downloads of 50 kB, 8 at a time, v1", small, getting(SMALL)),
                Throughput.messages("f-small-v2", "Downloads of 50 kB, 8 at a time, v2", smallForm, getting(SMALL)),
                Throughput.bytes(
                        "f-large",
                        "Downloads of 100 MB, 2 at a time, v2",
                        Shape.of("v2", LARGEST, 2),
                        getting(LARGEST)),
                new StartUp(),
                new BySize(),
                new ByCount());
    }

    private static List<Entrant> getting(long bytes) {
        return List.of(
                target -> D360Media.getting(target, bytes),
                target -> D360Media.gettingUnlimited(target, bytes),
                target -> HandWritten.getting(target, bytes));
    }
}
