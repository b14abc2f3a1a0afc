package org.cameld360.simulator;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cameld360.simulator.conversation.ChatMessage;
import org.cameld360.simulator.expect.ExpectedMessage;
import org.cameld360.simulator.fault.CallPattern;
import org.cameld360.simulator.fault.Failure;
import org.cameld360.simulator.fault.FaultRates;
import org.cameld360.simulator.webhook.WebhookTarget;
import org.jspecify.annotations.Nullable;

/**
 * A running stand-in for 360dialog's API, on 127.0.0.1 only. Both versions are there at once. All methods can be called from any thread.
 *
 * <pre>{@code
 * try (D360Simulator simulator = D360Simulator.start()) {
 *     String baseUrl = simulator.baseUrl(ApiVersion.V1);
 *     String apiKey = simulator.apiKey();
 * }
 * }</pre>
 */
public final class D360Simulator implements AutoCloseable {

    private final List<String> keys;
    private final Parts parts;

    private D360Simulator(Builder builder) {
        this.keys = List.copyOf(builder.apiKeys.isEmpty() ? Set.of(randomKey()) : builder.apiKeys);
        this.parts = new Parts(builder, keys, this::reset);
    }

    /** Starts one on a free port, with a random key, a temporary data folder, and no limits. */
    public static D360Simulator start() {
        return builder().start();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Where a client has to be pointed to; without a slash at the end. */
    public String baseUrl(ApiVersion apiVersion) {
        return "http://127.0.0.1:" + port() + apiVersion.basePath();
    }

    /** The page that shows what people would see. */
    public String pageUrl() {
        return "http://127.0.0.1:" + port() + "/";
    }

    public int port() {
        return parts.server.port();
    }

    /** The key that is let in; the first one where there are several. */
    public String apiKey() {
        return keys.get(0);
    }

    /** The last messages that the API accepted, in order. */
    public List<ReceivedMessage> messages() {
        return parts.messages.all();
    }

    /** Those of the {@link #messages()} that are as expected. */
    public List<ReceivedMessage> received(ExpectedMessage expected) {
        return messages().stream()
                .filter(message -> expected.mismatch(message, this).isEmpty())
                .toList();
    }

    /** What has become of a message so far; empty where it was only accepted. */
    public List<StatusChange> statuses(String messageId) {
        return parts.chats.find(messageId).map(ChatMessage::statuses).orElse(List.of());
    }

    /** The media with this id, whatever its age and whoever owns it; empty where it was deleted or never there. */
    public Optional<StoredMedia> media(String id) {
        return parts.store.get(id);
    }

    /** What was uploaded and not deleted, in order. */
    public List<StoredMedia> allMedia() {
        return parts.store.uploads();
    }

    /** The last calls in the order of their answers, those to stubs of a test included. */
    public List<RecordedCall> calls() {
        return parts.calls.all();
    }

    /** Lets the next of such calls fail: {@code simulator.next(upload()).fails(with503ThenOk())}. */
    public NextCall next(CallPattern calls) {
        return failure -> parts.faults.add(calls, failure);
    }

    /** What {@link #next(CallPattern)} goes on with. */
    @FunctionalInterface
    public interface NextCall {

        /** Several of them are used up one after the other. */
        void fails(Failure failure);
    }

    /** A person sends something to the number of the first key. The webhook goes out after this returns. */
    public ReceivedInbound receive(Inbound inbound) {
        ChatMessage message = parts.desk.receive(inbound.to(apiKey()));
        return new ReceivedInbound(message.id(), message.media());
    }

    /** The time that the simulator goes by. */
    public Clock clock() {
        return parts.timeline.clock();
    }

    /**
     * Moves the clock ahead: media grows old, addresses expire, limits let go, messages get on. What falls due on the way has been done when this
     * returns; webhooks are on their way then.
     */
    public void travel(Duration distance) {
        parts.timeline.travel(distance);
    }

    /** Webhooks that were not answered with 200 so far. */
    public int pendingWebhooks() {
        return parts.sender.pending();
    }

    /**
     * The server below, for stubs, faults and verification. Any stub goes before the API, whatever its priority. The journal keeps the last
     * 1,000 requests, and of those with more than 64 KiB all but the body; matchers see bodies of up to 1 MiB. {@link #reset()} removes stubs.
     */
    public WireMockServer wireMock() {
        return parts.server;
    }

    /**
     * Forgets media, messages, calls, scripted faults, webhooks that were set through the API, and everything that was done to {@link #wireMock()},
     * and returns from travels. The port and the keys stay.
     */
    public void reset() {
        parts.server.resetAll();
        parts.server.updateGlobalSettings(GlobalSettings.defaults());
        parts.clear();
    }

    /** Stops, and removes the media; a data folder that was given stays, with what else is in it. */
    @Override
    public void close() {
        parts.close();
    }

    private static String randomKey() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return "SIMULATOR-" + HexFormat.of().withUpperCase().formatHex(random);
    }

    /** Settings of a simulator; all have defaults. */
    public static final class Builder {

        int port;
        final Set<String> apiKeys = new LinkedHashSet<>();

        @Nullable
        Path dataFolder;

        Clock clock = Clock.systemUTC();
        Limits limits = Limits.none();
        Delivery delivery = Delivery.brisk();
        Inspection inspection = Inspection.OWN;
        FaultRates faultRates = FaultRates.NONE;

        @Nullable
        WebhookTarget webhook;

        int keep = 10_000;
        Consumer<RecordedCall> onCall = call -> {};

        private Builder() {}

        /** Default 0: any free port. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** The keys that are let in. Each stands for a number, and owns what is uploaded with it. Default: one, made up. */
        public Builder apiKeys(String... keys) {
            apiKeys.addAll(List.of(keys));
            return this;
        }

        /**
         * Where the bytes are kept, in a folder of their own for each run; made where it is not there. What a run left that was killed is removed.
         * Default: the folder for temporary files.
         */
        public Builder dataFolder(Path folder) {
            this.dataFolder = folder;
            return this;
        }

        /** What time goes by, until it is moved with {@link D360Simulator#travel(Duration)}. Default: the system's. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Default: {@link Limits#none()}. */
        public Builder limits(Limits limits) {
            this.limits = limits;
            return this;
        }

        /** Default: {@link Delivery#brisk()}. */
        public Builder delivery(Delivery delivery) {
            this.delivery = delivery;
            return this;
        }

        /** Default: {@link Inspection#OWN}. */
        public Builder inspection(Inspection inspection) {
            this.inspection = inspection;
            return this;
        }

        /** What goes wrong by chance. Default: nothing. */
        public Builder faultRates(FaultRates rates) {
            this.faultRates = rates;
            return this;
        }

        /** Where webhooks go for all keys that have not set another target through the API. Default: nowhere. */
        public Builder webhook(String url) {
            return webhook(url, Map.of());
        }

        /** The same, with headers that each webhook has. */
        public Builder webhook(String url, Map<String, String> headers) {
            this.webhook = WebhookTarget.of(url, headers);
            return this;
        }

        /** How many messages and how many calls are kept; older ones are forgotten. Default: 10,000. */
        public Builder keep(int count) {
            if (count < 1) {
                throw new IllegalArgumentException("at least one has to be kept");
            }
            this.keep = count;
            return this;
        }

        Builder onCall(Consumer<RecordedCall> listener) {
            this.onCall = listener;
            return this;
        }

        public D360Simulator start() {
            D360Simulator simulator = new D360Simulator(this);
            try {
                simulator.parts.start();
            } catch (RuntimeException e) {
                simulator.close();
                throw new IllegalStateException("cannot listen on 127.0.0.1, port " + port + ": is it taken?", e);
            }
            return simulator;
        }
    }
}
