package org.cameld360.simulator.limit;

import java.time.Clock;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.Limits;
import org.cameld360.simulator.Limits.Rate;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.media.MediaStore;

/** Refuses what is too much. Every method throws a {@link RefusedException}, or counts the call and returns. */
public final class Limiter {

    private final Buckets v2Uploads;
    private final Buckets v2Messages;
    private final Buckets v2Pair;
    private final Buckets v1Messages;
    private final Buckets v1Others;
    private final FailedGets failedGets;
    private final long mediaVolume;
    private final MediaStore store;
    private final String uploadLimit;

    public Limiter(Limits limits, Clock clock, MediaStore store) {
        this.v2Uploads = new Buckets(limits.v2Uploads(), clock);
        this.v2Messages = new Buckets(limits.v2Messages(), clock);
        this.v2Pair = new Buckets(limits.v2Pair(), clock);
        this.v1Messages = new Buckets(limits.v1Messages(), clock);
        this.v1Others = new Buckets(limits.v1Others(), clock);
        this.failedGets = new FailedGets(limits.getBlock(), clock);
        this.mediaVolume = limits.mediaVolume();
        this.store = store;
        this.uploadLimit = limits.v2Uploads() == null ? "" : inWords(limits.v2Uploads());
    }

    public void v1Message(String key) {
        require(v1Messages.take(key), Rule.RATE_LIMIT, "Too many requests");
    }

    public void v1Other(String key) {
        require(v1Others.take(key), Rule.RATE_LIMIT, "Too many requests");
    }

    public void v1Volume() {
        boolean full = mediaVolume > 0 && store.volume(ApiVersion.V1) >= mediaVolume;
        require(!full, Rule.MEDIA_VOLUME_FULL, "The media volume is full");
    }

    public void v2Upload(String key) {
        require(v2Uploads.take(key), Rule.UPLOAD_RATE_LIMIT, uploadLimit);
    }

    public void v2Message(String key) {
        require(
                v2Messages.take(key),
                Rule.THROUGHPUT_LIMIT,
                "Message failed to send because there were too many messages sent from this phone number in a short"
                        + " period of time");
    }

    /** Counts messages to one person; the recipient is given in digits. */
    public void v2Pair(String key, String to) {
        require(
                v2Pair.take(key + " " + to),
                Rule.PAIR_LIMIT,
                "Message failed to send because there were too many messages sent from this phone number to the same"
                        + " phone number in a short period of time");
    }

    public void v2Get(String key) {
        require(!failedGets.isBlocked(key), Rule.GET_BLOCKED, "endpoint disabled");
    }

    public void v2GetFailed(String key) {
        failedGets.add(key);
    }

    public void clear() {
        v2Uploads.clear();
        v2Messages.clear();
        v2Pair.clear();
        v1Messages.clear();
        v1Others.clear();
        failedGets.clear();
    }

    /** As the gateway says it: so many requests in a second, or one in so many. */
    private static String inWords(Rate rate) {
        long requests = Math.max(1, Math.round(rate.perSecond()));
        long seconds = Math.max(1, Math.round(requests / rate.perSecond()));
        return "You have exceeded the limit of " + requests + (requests == 1 ? " request" : " requests") + " every "
                + seconds + " seconds. Try again later.";
    }

    private static void require(boolean allowed, Rule rule, String details) {
        if (!allowed) {
            throw new RefusedException(rule, details);
        }
    }
}
