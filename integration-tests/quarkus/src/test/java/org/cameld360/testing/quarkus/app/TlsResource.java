package org.cameld360.testing.quarkus.app;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.testing.https.Certificates;
import org.cameld360.testing.https.TlsFront;

/** A simulator behind https, with a certificate that only the argument {@code trusted} lets the application trust. */
public class TlsResource implements QuarkusTestResourceLifecycleManager {

    private boolean trusted;
    private D360Simulator simulator;
    private TlsFront front;

    @Override
    public void init(Map<String, String> arguments) {
        trusted = Boolean.parseBoolean(arguments.get("trusted"));
    }

    @Override
    public Map<String, String> start() {
        try {
            Path store = Certificates.make(Files.createTempDirectory("tls"));
            simulator = D360Simulator.start();
            front = new TlsFront(store, simulator);
            Map<String, String> properties = new LinkedHashMap<>(Map.of(
                    "camel.component.d360-media.api-key", simulator.apiKey(),
                    "camel.component.d360-media.base-url", front.baseUrl(ApiVersion.V2),
                    "camel.component.d360-media.max-retries", "0"));
            if (trusted) {
                properties.put("TRUST_STORE", store.toString());
                properties.put("TRUST_STORE_PASSWORD", Certificates.PASSWORD);
                properties.putAll(tlsProperties());
            }
            return properties;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> tlsProperties() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = TlsResource.class.getResourceAsStream("/tls.properties")) {
            properties.load(in);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(simulator, new TestInjector.MatchesType(D360Simulator.class));
    }

    @Override
    public void stop() {
        if (front != null) {
            front.close();
        }
        if (simulator != null) {
            simulator.close();
        }
    }
}
