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

    private static final List<Entrant> RAW = List.of(
            D360Media::asDelivered,
            D360Media::withoutValidation,
            HandWritten::new,
            CamelWhatsApp::new,
            AsyncHttpClient::new,
            ClassicHttpClient::new,
            JdkHttpClient::new);
    private static final List<Entrant> RAW_PLAIN =
            Stream.concat(RAW.stream(), Stream.of((Entrant) WireLimit::new))
                    .toList();
    private static final List<Entrant> FORM =
            List.of(D360Media::asDelivered, D360Media::withoutValidation, HandWritten::new, CamelWhatsApp::new);

    private Scenarios() {}

    public static List<Scenario> all() {
        return List.of(
                new Throughput("a-v1", "50 kB, 8 at a time, v1", "v1", SMALL, 8, false, false, RAW_PLAIN),
                new Throughput("a-v1-tls", "50 kB, 8 at a time, v1, TLS", "v1", SMALL, 8, true, false, RAW),
                new Throughput("a-v2", "50 kB, 8 at a time, v2", "v2", SMALL, 8, false, false, FORM),
                new Throughput("a-v2-tls", "50 kB, 8 at a time, v2, TLS", "v2", SMALL, 8, true, false, FORM),
                new Throughput("b-v1", "16 MB, 4 at a time, v1", "v1", LARGE, 4, false, false, RAW_PLAIN),
                new Throughput("b-v1-tls", "16 MB, 4 at a time, v1, TLS", "v1", LARGE, 4, true, false, RAW),
                new Throughput(
                        "d",
                        "1,000 in flight, each answered after 200 ms, 50 kB, v1",
                        "v1",
                        SMALL,
                        1_000,
                        false,
                        true,
                        List.of(D360Media::asDelivered, AsyncHttpClient::new)));
    }
}
