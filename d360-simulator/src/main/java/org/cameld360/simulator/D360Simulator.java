package org.cameld360.simulator;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cameld360.simulator.call.Keys;
import org.cameld360.simulator.media.MediaFolder;
import org.cameld360.simulator.media.MediaStore;
import org.cameld360.simulator.message.MessageLog;
import org.cameld360.simulator.server.CallLog;
import org.cameld360.simulator.server.Servers;
import org.cameld360.simulator.v1.V1Api;
import org.cameld360.simulator.v2.V2Api;
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

    private final String apiKey;
    private final MediaFolder folder;
    private final MediaStore store;
    private final MessageLog messages = new MessageLog();
    private final CallLog calls;
    private final WireMockServer server;

    private D360Simulator(Builder builder) {
        Set<String> keys = builder.apiKeys.isEmpty() ? Set.of(randomKey()) : builder.apiKeys;
        this.apiKey = keys.iterator().next();
        this.folder = builder.dataFolder == null ? MediaFolder.temporary() : MediaFolder.at(builder.dataFolder);
        this.store = new MediaStore(folder, builder.clock);
        this.calls = new CallLog(builder.onCall);
        Keys known = new Keys(keys);
        this.server = Servers.create(
                builder.port,
                new V1Api(known, store, messages, builder.clock),
                new V2Api(known, store, messages, builder.clock),
                calls);
    }

    /** Starts one on a free port, with a random key and a temporary data folder. */
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

    public int port() {
        return server.port();
    }

    /** The key that is let in; the first one where there are several. */
    public String apiKey() {
        return apiKey;
    }

    /** The messages that the API accepted, in order. */
    public List<ReceivedMessage> messages() {
        return messages.all();
    }

    /** The media with this id, whatever its age and whoever uploaded it; empty where it was deleted or never there. */
    public Optional<StoredMedia> media(String id) {
        return store.get(id);
    }

    /** What was uploaded and not deleted, in order. */
    public List<StoredMedia> allMedia() {
        return store.all();
    }

    /** All calls in the order of their answers, those to stubs of a test included. */
    public List<RecordedCall> calls() {
        return calls.all();
    }

    /**
     * The server below, for stubs, faults and verification. Any stub goes before the API, whatever its priority. The journal keeps the last
     * 1,000 requests, and of those with more than 64 KiB all but the body. {@link #reset()} removes stubs.
     */
    public WireMockServer wireMock() {
        return server;
    }

    /** Forgets media, messages, calls, and everything that was done to {@link #wireMock()}. The port and the keys stay. */
    public void reset() {
        server.resetAll();
        server.updateGlobalSettings(GlobalSettings.defaults());
        store.clear();
        messages.clear();
        calls.clear();
    }

    /** Stops, and removes the media; a data folder that was given stays, with what else is in it. */
    @Override
    public void close() {
        if (server.isRunning()) {
            server.stop();
        }
        store.clear();
        folder.close();
    }

    private static String randomKey() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return "SIMULATOR-" + HexFormat.of().withUpperCase().formatHex(random);
    }

    /** Settings of a simulator; all have defaults. */
    public static final class Builder {

        private int port;
        private final Set<String> apiKeys = new LinkedHashSet<>();
        private @Nullable Path dataFolder;
        private Clock clock = Clock.systemUTC();
        private Consumer<RecordedCall> onCall = call -> {};

        private Builder() {}

        /** Default 0: any free port. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** The keys that are let in. Each owns what is uploaded with it. Default: one, made up. */
        public Builder apiKeys(String... keys) {
            apiKeys.addAll(List.of(keys));
            return this;
        }

        /** Where the bytes are kept; made where it is not there. Default: a temporary folder. */
        public Builder dataFolder(Path folder) {
            this.dataFolder = folder;
            return this;
        }

        /** What the age of media and the five minutes of a download address go by. Default: the system's. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        Builder onCall(Consumer<RecordedCall> listener) {
            this.onCall = listener;
            return this;
        }

        public D360Simulator start() {
            D360Simulator simulator = new D360Simulator(this);
            try {
                simulator.server.start();
            } catch (RuntimeException e) {
                simulator.close();
                throw new IllegalStateException("cannot listen on 127.0.0.1, port " + port, e);
            }
            return simulator;
        }
    }
}
