package org.cameld360.simulator.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.call.CallDetails;
import org.cameld360.simulator.conversation.Chats;
import org.cameld360.simulator.conversation.Feed;
import org.cameld360.simulator.json.StrictJson;
import org.cameld360.simulator.media.MediaFolder;
import org.cameld360.simulator.media.MediaStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page and what it is made of. It needs no key, so it is for this machine's own programs and for its own page only. */
public final class PageApi {

    private static final Logger LOG = LoggerFactory.getLogger(PageApi.class);
    private static final String API = PagePaths.PREFIX + "api/";
    private static final String MEDIA = PagePaths.PREFIX + "media/";
    private static final String FILES = PagePaths.PREFIX + "page/";
    private static final long LONGEST_TRAVEL = Duration.ofDays(400).toSeconds();

    private final Chats chats;
    private final Feed<CallDetails> calls;
    private final MediaView media;
    private final InboundCall inbound;
    private final Supplier<ObjectNode> info;
    private final Consumer<Duration> travel;
    private final Runnable reset;

    /**
     * The page over these parts.
     *
     * @param inboundCalls where inbound messages go
     * @param info what the simulator says of itself
     */
    public PageApi(
            Chats chats,
            Feed<CallDetails> calls,
            MediaStore store,
            InboundCalls inboundCalls,
            Supplier<ObjectNode> info,
            Consumer<Duration> travel,
            Runnable reset) {
        this.chats = chats;
        this.calls = calls;
        this.media = new MediaView(store);
        this.inbound = new InboundCall(inboundCalls.desk(), chats, inboundCalls.keys());
        this.info = info;
        this.travel = travel;
        this.reset = reset;
    }

    public Answer answer(Call call) {
        try {
            if (!LocalRequest.isAllowed(
                    call.header("Host").orElse(null), call.header("Origin").orElse(null))) {
                throw new PageException(403, "this is for the page itself and for programs on this machine");
            }
            return route(call).with("Cross-Origin-Resource-Policy", "same-origin");
        } catch (PageException e) {
            return error(e.status(), String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            String trouble = MediaFolder.trouble(e);
            LOG.warn("The page could not be answered: {}", trouble);
            return error(500, trouble);
        } catch (RuntimeException e) {
            LOG.warn("The page could not be answered", e);
            return error(500, "this went wrong: " + e);
        }
    }

    private Answer route(Call call) {
        String path = call.path();
        if (call.is("GET")) {
            if (path.equals(PagePaths.PAGE)) {
                return PageFiles.answer("index.html");
            }
            if (path.startsWith(FILES)) {
                return PageFiles.answer(path.substring(FILES.length()));
            }
            if (path.startsWith(MEDIA)) {
                return media.answer(call, path.substring(MEDIA.length()));
            }
            if (path.startsWith(API)) {
                return get(call, path.substring(API.length())).with("Cache-Control", "no-store");
            }
        }
        if (call.is("POST") && path.startsWith(API)) {
            return post(call, path.substring(API.length()));
        }
        throw nothingHere();
    }

    private Answer get(Call call, String name) {
        Query query = Query.parse(call.query());
        return switch (name) {
            case "info" -> Answer.json(200, info.get());
            case "messages" -> Feeds.answer(chats.feed(), query, "messages", MessageJson::of);
            case "calls" -> Feeds.answer(calls, query, "calls", CallJson::of);
            case "conversations" -> Conversations.answer(chats.all());
            default -> throw nothingHere();
        };
    }

    private Answer post(Call call, String name) {
        Query query = Query.parse(call.query());
        switch (name) {
            case "inbound" -> {
                return inbound.answer(call, query);
            }
            case "travel" -> travel.accept(Duration.ofSeconds(query.number("seconds", 0, LONGEST_TRAVEL)));
            case "reset" -> reset.run();
            default -> throw nothingHere();
        }
        return Answer.json(200, info.get());
    }

    private static PageException nothingHere() {
        return new PageException(404, "there is nothing here");
    }

    private static Answer error(int status, String message) {
        return Answer.json(status, StrictJson.object().put("error", message));
    }
}
