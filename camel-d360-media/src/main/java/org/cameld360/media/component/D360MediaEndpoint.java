package org.cameld360.media.component;

import java.util.function.Supplier;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.cameld360.media.client.ApiKey;
import org.cameld360.media.client.ApiTarget;
import org.cameld360.media.client.ApiVersion;
import org.cameld360.media.client.CallOrigin;
import org.cameld360.media.client.D360Client;
import org.cameld360.media.client.HttpTransport;
import org.cameld360.media.client.MediaIds;
import org.cameld360.media.client.TransportSettings;
import org.cameld360.media.media.MessageDetails;
import org.cameld360.media.media.PhoneNumber;
import org.cameld360.media.media.Rejections;
import org.jspecify.annotations.Nullable;

/** Upload, get, delete and send WhatsApp media through 360dialog. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "d360-media",
        title = "360dialog Media",
        syntax = "d360-media:operation",
        producerOnly = true,
        category = {Category.CHAT, Category.CLOUD, Category.FILE},
        headersClass = D360MediaConstants.class)
public class D360MediaEndpoint extends DefaultEndpoint implements EndpointServiceLocation {

    @UriPath(description = "What to do.", enums = "upload,get,delete,send")
    @Metadata(required = true)
    private MediaOperation operation;

    @UriParam
    private D360MediaConfiguration configuration;

    @UriParam(description = "The media to get, delete or send.")
    private @Nullable String mediaId;

    @UriParam(
            label = "send",
            description = "The recipient, or several separated by commas, each with its country code.")
    private @Nullable String to;

    @UriParam(label = "send", description = "The text below the media.")
    private @Nullable String caption;

    @UriParam(label = "send", description = "An http(s) link to send instead of an upload.")
    private @Nullable String link;

    private final EndpointKey key = new EndpointKey(this::configuredKey);
    private @Nullable EndpointSettings settings;
    private @Nullable TransportSettings transportSettings;
    private @Nullable HttpTransport transport;

    public D360MediaEndpoint(
            String uri, D360MediaComponent component, MediaOperation operation, D360MediaConfiguration configuration) {
        super(uri, component);
        this.operation = operation;
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new D360MediaProducer(this, operation());
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(
                "d360-media sends and fetches; it can't be consumed from. Start the route from a file, a mailbox or the"
                        + " like.");
    }

    @Override
    public D360MediaComponent getComponent() {
        return (D360MediaComponent) super.getComponent();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        EndpointSettings checked = EndpointSettings.of(configuration);
        var unused = key.now();
        checkValues(checked);
        settings = checked;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        TransportSettings needed = getComponent().transportSettings(configuration);
        synchronized (this) {
            transport = getComponent().acquire(needed);
            transportSettings = needed;
        }
        EndpointSettings checked = settings();
        getComponent().reachability().use(checked.baseUrl(), needed);
        boolean retired = checked.version() == ApiVersion.V1
                && ApiVersion.V1
                        .publicUrl()
                        .getHost()
                        .equalsIgnoreCase(checked.baseUrl().getHost());
        if (retired) {
            getComponent().warnOfRetiredHost();
        }
    }

    @Override
    protected void doStop() throws Exception {
        disconnect();
        super.doStop();
    }

    private synchronized void disconnect() {
        TransportSettings used = transportSettings;
        HttpTransport held = transport;
        transport = null;
        transportSettings = null;
        if (used != null && held != null) {
            getComponent().reachability().leave(settings().baseUrl(), used);
            getComponent().release(used, held);
        }
    }

    /** The component may have been stopped and started since this endpoint was. */
    private synchronized HttpTransport connected() {
        TransportSettings needed = transportSettings;
        HttpTransport held = transport;
        if (needed == null || held == null) {
            throw new IllegalStateException("The endpoint " + this + " was stopped");
        }
        if (held.isClosed()) {
            held = getComponent().acquire(needed);
            transport = held;
        }
        return held;
    }

    private void checkValues(EndpointSettings checked) {
        if (given(to)) {
            var unused = PhoneNumber.parseAll(String.valueOf(to));
        }
        if (given(link)) {
            var unused = Links.parse(String.valueOf(link));
        }
        if (given(mediaId)) {
            D360Client.checkId(checked.version(), String.valueOf(mediaId));
        }
        new MessageDetails(caption, configuration.getReplyTo(), null, configuration.getCallbackData())
                .checkText(checked.version().rules());
    }

    private static boolean given(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    /** The configuration, checked. */
    EndpointSettings settings() {
        EndpointSettings checked = settings;
        if (checked == null) {
            throw new IllegalStateException("The endpoint " + this + " was not started");
        }
        return checked;
    }

    /**
     * The client of an exchange, which goes on with the key that it began with.
     *
     * @param keyOfMessage the key that came with the message, or {@code null}
     * @param exchangeId for log lines
     */
    D360Client client(@Nullable String keyOfMessage, String exchangeId) {
        EndpointSettings checked = settings();
        Supplier<@Nullable ApiKey> newest = key::now;
        if (keyOfMessage != null) {
            ApiKey ofMessage = ApiKey.of(keyOfMessage);
            newest = () -> ofMessage;
        }
        ApiKey begunWith = keyNow(newest);
        if (begunWith == null) {
            throw Rejections.of(
                    "api-key",
                    "No API key: the endpoint expects it in the header " + D360MediaConstants.API_KEY
                            + ", and the message has none.",
                    null);
        }
        return new D360Client(
                connected(),
                new ApiTarget(checked.version(), checked.baseUrl(), begunWith),
                new CallOrigin(exchangeId, newest),
                checked.policy(),
                getComponent().trafficGuard(),
                getComponent().observer(),
                getComponent().clock());
    }

    /** At a start it is a mistake of the configuration; from then on, of the exchange that has none. */
    private static @Nullable ApiKey keyNow(Supplier<@Nullable ApiKey> newest) {
        try {
            return newest.get();
        } catch (IllegalArgumentException none) {
            throw Rejections.of("api-key", String.valueOf(none.getMessage()), none);
        }
    }

    private @Nullable String configuredKey() {
        String own = configuration.getApiKey();
        return own == null || own.isBlank() ? getComponent().getConfiguration().getApiKey() : own;
    }

    Uploads uploads(D360Client client) {
        MediaIds known = configuration.isReuseMedia() ? getComponent().mediaIds(configuration.getMediaStore()) : null;
        return new Uploads(client, known, getComponent().observer());
    }

    private Operation operation() {
        return switch (operation) {
            case UPLOAD -> new UploadOperation(this);
            case GET -> new GetOperation(this);
            case DELETE -> new DeleteOperation(this);
            case SEND -> new SendOperation(this);
        };
    }

    @Override
    public String getServiceUrl() {
        EndpointSettings checked = settings;
        return checked == null
                ? String.valueOf(configuration.getBaseUrl())
                : checked.baseUrl().toString();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    /** An exchange may carry its own key. */
    static @Nullable String takeKey(Exchange exchange) {
        Object header = exchange.getMessage().removeHeader(D360MediaConstants.API_KEY);
        return header == null ? null : header.toString();
    }

    public MediaOperation getOperation() {
        return operation;
    }

    /** What to do. */
    public void setOperation(MediaOperation operation) {
        this.operation = operation;
    }

    public D360MediaConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(D360MediaConfiguration configuration) {
        this.configuration = configuration;
    }

    public @Nullable String getMediaId() {
        return mediaId;
    }

    public void setMediaId(@Nullable String mediaId) {
        this.mediaId = mediaId;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public @Nullable String getCaption() {
        return caption;
    }

    public void setCaption(@Nullable String caption) {
        this.caption = caption;
    }

    public @Nullable String getLink() {
        return link;
    }

    public void setLink(@Nullable String link) {
        this.link = link;
    }
}
