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
    private final Map<Integer, String> contents = new ConcurrentHashMap<>();

    private @Nullable Handed handed;

    /**
     * What a route has handed back in.
     *
     * @param header as it stood there: a stream can be read once, and a redelivery brings it again
     */
    private record Handed(Object header, SendReport report) {}

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

    /** The report that was read from that header already, or {@code null}. */
    @Nullable
    SendReport readFrom(Object header) {
        Handed known = handed;
        return known != null && known.header == header ? known.report : null;
    }

    void read(Object header, SendReport report) {
        handed = new Handed(header, report);
    }

    @Nullable
    Settled settled(int part, PhoneNumber recipient) {
        return settled.get(key(part, recipient));
    }

    void settle(int part, PhoneNumber recipient, Settled outcome) {
        settled.put(key(part, recipient), outcome);
    }

    /** What the report of an earlier attempt says of it, where this exchange does not know better. */
    void settleBefore(int part, PhoneNumber recipient, Settled outcome) {
        settled.putIfAbsent(key(part, recipient), outcome);
    }

    /** By what the medium of a part is known again, or {@code null}. Media that got no id is read for it, as a whole. */
    @Nullable
    String content(PlannedPart planned) {
        HeldMedia held = uploads.get(planned.number());
        String known = held != null ? PartContents.ofHash(held.media().sha256()) : contents.get(planned.number());
        if (known != null) {
            return known;
        }
        String read = PartContents.of(planned.part());
        if (read != null) {
            contents.put(planned.number(), read);
        }
        return read;
    }

    @Nullable
    HeldMedia held(int part) {
        return uploads.get(part);
    }

    void held(int part, HeldMedia media) {
        uploads.put(part, media);
    }

    /** What an earlier attempt got, where this exchange has nothing. */
    void heldBefore(int part, HeldMedia media) {
        uploads.putIfAbsent(part, media);
    }

    /** Forgets an upload whose id the API does not take. */
    void forget(int part) {
        uploads.remove(part);
    }

    private static String key(int part, PhoneNumber recipient) {
        return part + "/" + recipient.digits();
    }
}
