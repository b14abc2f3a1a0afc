package org.cameld360.media.client;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether connections to the hosts that are in use can be made. However often it is asked, a host is tried once at a time,
 * and not again until some seconds after it was.
 */
public final class Reachability {

    /** A load balancer may ask each second. */
    static final Duration FRESH = Duration.ofSeconds(10);

    /**
     * What a look at a host gave.
     *
     * @param host host and port, or the proxy before it
     * @param trouble in words, or {@code null} where a connection was made
     */
    public record Sight(String host, @Nullable String trouble, Instant at) {}

    private static final class Host {
        int users;
        CompletableFuture<Sight> last = CompletableFuture.completedFuture(new Sight("", null, Instant.EPOCH));
    }

    private final Map<ConnectionProbe, Host> hosts = new LinkedHashMap<>();
    private final Executor workers;
    private final Supplier<ScheduledExecutorService> timer;
    private final Supplier<Clock> clock;

    /** @param workers threads that a look may block */
    public Reachability(Executor workers, Supplier<ScheduledExecutorService> timer, Supplier<Clock> clock) {
        this.workers = workers;
        this.timer = timer;
        this.clock = clock;
    }

    /** An endpoint starts that has its requests go there. */
    public synchronized void use(URI baseUrl, TransportSettings settings) {
        hosts.computeIfAbsent(ConnectionProbe.of(baseUrl, settings), probe -> new Host()).users++;
    }

    /** An endpoint stops that {@link #use used} it. */
    public synchronized void leave(URI baseUrl, TransportSettings settings) {
        ConnectionProbe probe = ConnectionProbe.of(baseUrl, settings);
        Host host = hosts.get(probe);
        if (host != null && --host.users == 0) {
            hosts.remove(probe);
        }
    }

    /** How each host is found, now or some seconds ago. Blocks no longer than the longest connect timeout. */
    public List<Sight> look() {
        long begin = System.nanoTime();
        List<Sight> found = new ArrayList<>();
        looks().forEach((probe, look) -> {
            long left = probe.settings().connectTimeout().toNanos() - (System.nanoTime() - begin);
            found.add(outcome(probe, look, left));
        });
        return found;
    }

    private synchronized Map<ConnectionProbe, CompletableFuture<Sight>> looks() {
        Map<ConnectionProbe, CompletableFuture<Sight>> looks = new LinkedHashMap<>();
        hosts.forEach((probe, host) -> {
            if (isOld(host.last)) {
                host.last = CompletableFuture.supplyAsync(() -> sight(probe, probe.trouble(timer.get())), workers);
            }
            looks.put(probe, host.last);
        });
        return looks;
    }

    private boolean isOld(CompletableFuture<Sight> look) {
        if (!look.isDone()) {
            return false;
        }
        // a clock that was set back must not make it stay
        return look.isCompletedExceptionally()
                || Duration.between(look.join().at(), clock.get().instant())
                                .abs()
                                .compareTo(FRESH)
                        >= 0;
    }

    private Sight outcome(ConnectionProbe probe, CompletableFuture<Sight> look, long nanos) {
        try {
            return look.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return sight(probe, probe.notInTime());
        } catch (ExecutionException e) {
            return sight(probe, "no look could be taken at " + probe.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return sight(probe, "the look at " + probe.name() + " was interrupted");
        }
    }

    private Sight sight(ConnectionProbe probe, @Nullable String trouble) {
        return new Sight(probe.name(), trouble, clock.get().instant());
    }
}
