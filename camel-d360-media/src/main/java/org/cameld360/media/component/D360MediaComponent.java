package org.cameld360.media.component;

import java.time.Clock;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.component.http.HttpCredentialsHelper;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.auth.Credentials;
import org.apache.hc.core5.http.HttpHost;
import org.cameld360.media.client.ApiVersion;
import org.cameld360.media.client.HttpTransport;
import org.cameld360.media.client.MediaIds;
import org.cameld360.media.client.Reachability;
import org.cameld360.media.client.TrafficGuard;
import org.cameld360.media.client.TransportSettings;
import org.cameld360.media.observe.ObservedComponent;
import org.cameld360.media.store.MediaStore;
import org.cameld360.media.store.MemoryMediaStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends media to people on WhatsApp through 360dialog: {@code d360-media:upload|get|delete|send}. */
@Component("d360-media")
public class D360MediaComponent extends ObservedComponent implements SSLContextParametersAware {

    private static final Logger LOG = LoggerFactory.getLogger(D360MediaComponent.class);

    @Metadata(description = "The options that endpoints begin with.")
    private volatile D360MediaConfiguration configuration = new D360MediaConfiguration();

    private final Transports transports = new Transports();
    private final TlsContexts tlsContexts = new TlsContexts();
    private final TempFiles tempFiles = new TempFiles();
    private final AtomicBoolean retiredHostTold = new AtomicBoolean();
    private final AtomicBoolean heapCacheTold = new AtomicBoolean();
    private final MediaStore memory = new MemoryMediaStore();
    private final IdentityHashMap<MediaStore, MediaIds> mediaIds = new IdentityHashMap<>();
    private final Reachability reachability =
            new Reachability(task -> workers().execute(task), this::timer, this::clock);
    private Clock clock = Clock.systemUTC();
    private @Nullable Threads threads;
    private volatile @Nullable TrafficGuard guard;

    public D360MediaComponent() {}

    public D360MediaComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        MediaOperation operation = Choice.of(MediaOperation.class, "operation", remaining);
        Set<String> unknown = new TreeSet<>(parameters.keySet());
        unknown.removeAll(allowedOptions());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "Unknown options " + unknown + ". Allowed: " + String.join(", ", allowedOptions()) + ".");
        }
        // such as an environment variable that is not set gives, or a property that a Kamelet was not given
        parameters.values().removeIf(value -> value instanceof String text && text.isBlank());
        OptionTypes.check(parameters);
        String shownUri = SecretFreeUri.of(uri, parameters);
        D360MediaConfiguration options = configuration.copy();
        // without a key of its own, an endpoint goes by the component's, whatever that is when it is asked for
        options.setApiKey(null);
        D360MediaEndpoint endpoint = new D360MediaEndpoint(shownUri, this, operation, options);
        try {
            setProperties(endpoint, parameters);
        } catch (PropertyBindingException e) {
            throw OptionTypes.explain(e, getCamelContext());
        }
        return endpoint;
    }

    private Set<String> allowedOptions() {
        EndpointUriFactory factory =
                getCamelContext().getCamelContextExtension().getEndpointUriFactory("d360-media");
        Set<String> options = new TreeSet<>(factory.propertyNames());
        options.remove("operation");
        return options;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        threads();
    }

    @Override
    protected void doStop() throws Exception {
        transports.closeAll();
        Threads running = threads;
        threads = null;
        if (running != null) {
            running.close(getCamelContext().getExecutorServiceManager());
        }
        synchronized (this) {
            mediaIds.clear();
        }
        tempFiles.close();
        super.doStop();
    }

    @Override
    protected Reachability reachability() {
        return reachability;
    }

    HttpTransport acquire(TransportSettings settings) {
        return transports.acquire(settings, timer());
    }

    void release(TransportSettings settings, HttpTransport mine) {
        transports.release(settings, mine);
    }

    ScheduledExecutorService timer() {
        return threads().timer();
    }

    /** Where exchanges go on after an answer came: never on the threads that move bytes. */
    Executor workers() {
        return threads().workers();
    }

    TempFiles tempFiles() {
        return tempFiles;
    }

    /**
     * The ids that a store knows, shared by all endpoints that use it.
     *
     * @param store {@code null} for the component's memory
     */
    synchronized MediaIds mediaIds(@Nullable MediaStore store) {
        return mediaIds.computeIfAbsent(
                store == null ? memory : store,
                each -> new MediaIds(each, threads().storeWorkers(), threads().workers(), clock));
    }

    /** One for the whole Camel context, whatever components and endpoints use the same key. */
    TrafficGuard trafficGuard() {
        TrafficGuard known = guard;
        if (known == null) {
            known = SharedTraffic.guardOf(getCamelContext());
            guard = known;
        }
        return known;
    }

    Clock clock() {
        return clock;
    }

    void setClock(Clock clock) {
        this.clock = clock;
    }

    TransportSettings transportSettings(D360MediaConfiguration options) {
        SSLContextParameters parameters = options.getSslContextParameters();
        if (parameters == null && options.isUseGlobalSslContextParameters()) {
            parameters = getCamelContext().getSSLContextParameters();
        }
        HttpHost proxy = proxy(options);
        // without host and method, Camel HTTP's helper makes plain user name and password credentials
        Credentials credentials = HttpCredentialsHelper.getCredentials(
                null, options.getProxyUsername(), options.getProxyPassword(), null, null, null);
        return new TransportSettings(
                Duration.ofMillis(options.getConnectTimeout()),
                options.getMaxConnections(),
                parameters == null ? null : tlsContexts.of(parameters, getCamelContext()),
                proxy,
                proxy == null ? null : credentials);
    }

    private static @Nullable HttpHost proxy(D360MediaConfiguration options) {
        String host = options.getProxyHost();
        Integer port = options.getProxyPort();
        if (host == null && port == null) {
            return null;
        }
        if (host == null || port == null) {
            throw new IllegalArgumentException("proxyHost and proxyPort go together: set both, or neither.");
        }
        return new HttpHost("http", host, port);
    }

    void warnOfRetiredHost() {
        if (retiredHostTold.compareAndSet(false, true)) {
            LOG.warn(
                    "apiVersion=v1 on {}: 360dialog retired that host on 2025-10-23. Set apiVersion=v2 with a key of that"
                            + " generation, or baseUrl to your own gateway.",
                    ApiVersion.V1.publicUrl());
        }
    }

    void warnOfHeapCache(long length) {
        if (heapCacheTold.compareAndSet(false, true)) {
            LOG.warn(
                    "A stream of {} bytes was read into memory by Camel's stream caching before it came to d360-media."
                            + " Media of some size fills the heap that way. Set"
                            + " camel.main.stream-caching-spool-enabled=true, or streamCache=false on the route. This is"
                            + " said once.",
                    length);
        }
    }

    public D360MediaConfiguration getConfiguration() {
        return configuration;
    }

    /** The options that endpoints begin with. */
    public void setConfiguration(D360MediaConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return configuration.isUseGlobalSslContextParameters();
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        configuration.setUseGlobalSslContextParameters(useGlobalSslContextParameters);
    }

    private synchronized Threads threads() {
        Threads running = threads;
        if (running == null) {
            running = Threads.start(getCamelContext().getExecutorServiceManager(), this);
            threads = running;
        }
        return running;
    }
}
