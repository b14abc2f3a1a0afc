package org.cameld360.simulator.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.conversation.Feed;
import org.cameld360.simulator.json.StrictJson;
import org.jspecify.annotations.Nullable;

/** What is new in a feed, at once or as soon as there is something. */
final class Feeds {

    private static final int DEFAULT_LIMIT = 500;
    private static final int MAX_LIMIT = 2_000;

    /** Below what browsers and proxies wait for. */
    private static final int MAX_WAIT_SECONDS = 25;

    private Feeds() {}

    static <T> Answer answer(Feed<T> feed, Query query, String name, Function<T, ObjectNode> json) {
        long after = query.number("after", 0, Long.MAX_VALUE);
        int limit = (int) Math.max(1, query.number("limit", DEFAULT_LIMIT, MAX_LIMIT));
        Duration wait = Duration.ofSeconds(query.number("wait", 0, MAX_WAIT_SECONDS));
        Optional<String> epoch = query.text("epoch");
        Feed.Page<T> page = read(feed, epoch.orElse(null), after, limit, wait);
        boolean begunAgain = epoch.filter(known -> !known.equals(page.epoch())).isPresent();
        return json(begunAgain ? feed.after(0, limit) : page, name, json);
    }

    private static <T> Feed.Page<T> read(Feed<T> feed, @Nullable String epoch, long after, int limit, Duration wait) {
        try {
            return epoch == null ? feed.awaitAfter(after, limit, wait) : feed.awaitAfter(epoch, after, limit, wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return feed.after(after, limit);
        }
    }

    private static <T> Answer json(Feed.Page<T> page, String name, Function<T, ObjectNode> json) {
        ObjectNode answer = StrictJson.object()
                .put("epoch", page.epoch())
                .put("cursor", page.cursor())
                .put("more", page.more());
        ArrayNode items = answer.putArray(name);
        page.items().forEach(item -> items.add(json.apply(item)));
        return Answer.json(200, answer);
    }
}
