package org.cameld360.media.component;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.cameld360.media.SendReport;
import org.cameld360.media.client.HeldMedia;
import org.cameld360.media.media.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * What of an exchange has been sent or may have been. When a route sends the same exchange again after a failure, by
 * Camel's redelivery say, only the rest goes.
 */
final class SendProgress {

    private static final String PROPERTY = "CamelD360MediaSendProgress";

    /** @param failure why it is in doubt, or {@code null} where it was sent */
    record Settled(SendReport.Row row, @Nullable Throwable failure) {}

    private final D360MediaEndpoint endpoint;
    private final String exchangeId;
    private final @Nullable Object body;
    private final Map<String, Settled> settled = new ConcurrentHashMap<>();
    private final Map<Integer, HeldMedia> uploads = new ConcurrentHashMap<>();

    private SendProgress(D360MediaEndpoint endpoint, String exchangeId, @Nullable Object body) {
        this.endpoint = endpoint;
        this.exchangeId = exchangeId;
        this.body = body;
    }

    /** That of an earlier attempt with the same body at the same endpoint, else a new one. */
    static SendProgress of(Exchange exchange, D360MediaEndpoint endpoint) {
        Object body = exchange.getMessage().getBody();
        SendProgress earlier = exchange.getProperty(PROPERTY, SendProgress.class);
        if (earlier != null
                && earlier.endpoint.equals(endpoint)
                && earlier.body == body
                && earlier.exchangeId.equals(exchange.getExchangeId())) {
            return earlier;
        }
        SendProgress begun = new SendProgress(endpoint, exchange.getExchangeId(), body);
        exchange.setProperty(PROPERTY, begun);
        return begun;
    }

    /** Everything was sent: the same body may be sent again on purpose. */
    static void end(Exchange exchange) {
        exchange.removeProperty(PROPERTY);
    }

    @Nullable
    Settled settled(int part, PhoneNumber recipient) {
        return settled.get(key(part, recipient));
    }

    void settle(int part, PhoneNumber recipient, Settled outcome) {
        settled.put(key(part, recipient), outcome);
    }

    @Nullable
    HeldMedia held(int part) {
        return uploads.get(part);
    }

    void held(int part, HeldMedia media) {
        uploads.put(part, media);
    }

    /** Forgets an upload whose id the API does not take. */
    void forget(int part) {
        uploads.remove(part);
    }

    private static String key(int part, PhoneNumber recipient) {
        return part + "/" + recipient.digits();
    }
}
