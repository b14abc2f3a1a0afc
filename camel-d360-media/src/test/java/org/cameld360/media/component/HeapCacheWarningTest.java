package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.StreamCache;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.converter.stream.ByteArrayInputStreamCache;
import org.apache.camel.converter.stream.FileInputStreamCache;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.converter.stream.ReaderCache;
import org.apache.camel.impl.DefaultCamelContext;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360SimulatorExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Camel's stream caching reads streams into memory before the component sees them: it says so, once. */
class HeapCacheWarningTest {

    @RegisterExtension
    static final D360SimulatorExtension SIMULATOR = new D360SimulatorExtension();

    private static final int LARGE = (int) Spooler.LARGE_IN_HEAP + 1;

    private final CapturedLog log = new CapturedLog();
    private final AtomicReference<Object> handedOver = new AtomicReference<>();

    @BeforeEach
    void capture() {
        log.start();
    }

    @AfterEach
    void release() {
        log.stop();
    }

    @Test
    void aLargeStreamInMemoryIsToldOnceWithItsSizeAndWhatToSet() throws Exception {
        upload(false, true, stream(LARGE), stream(LARGE + 1));

        assertThat(handedOver.get()).isInstanceOf(InputStreamCache.class);
        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("1000001 bytes", "camel.main.stream-caching-spool-enabled=true", "streamCache=false");
    }

    @Test
    void bytesAndTextThatAreCachedCountToo() throws Exception {
        upload(false, true, new ByteArrayInputStream(text(LARGE)));
        assertThat(handedOver.get()).isInstanceOf(ByteArrayInputStreamCache.class);
        upload(false, true, new StringReader("a".repeat(LARGE)));
        assertThat(handedOver.get()).isInstanceOf(ReaderCache.class);

        assertThat(warnings()).hasSize(2);
    }

    @Test
    void aStreamThatIsNotLargeIsNotToldOf() throws Exception {
        upload(false, true, stream(LARGE - 1));

        assertThat(((StreamCache) handedOver.get()).inMemory()).isTrue();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aStreamThatWasSpooledIsNotToldOf() throws Exception {
        upload(true, true, stream(LARGE));

        assertThat(handedOver.get()).isInstanceOf(FileInputStreamCache.class);
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aStreamThatIsNotCachedIsNotToldOf() throws Exception {
        upload(false, false, stream(LARGE));

        assertThat(handedOver.get()).isInstanceOf(BufferedInputStream.class);
        assertThat(warnings()).isEmpty();
    }

    private void upload(boolean spool, boolean cache, Object... bodies) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent("d360-media", SimulatedRoutes.component(SIMULATOR.simulator(), ApiVersion.V1));
            context.getStreamCachingStrategy().setSpoolEnabled(spool);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:upload")
                            .streamCache(String.valueOf(cache))
                            .process(e -> handedOver.set(e.getMessage().getBody()))
                            .to("d360-media:upload?fileName=a.txt");
                }
            });
            context.start();
            try (ProducerTemplate template = context.createProducerTemplate()) {
                for (Object body : bodies) {
                    template.requestBody("direct:upload", body);
                }
            }
        }
    }

    private static InputStream stream(int length) {
        return new BufferedInputStream(new ByteArrayInputStream(text(length)));
    }

    private static byte[] text(int length) {
        return "a".repeat(length).getBytes();
    }

    private List<String> warnings() {
        return log.warningsOf(D360MediaComponent.class);
    }
}
