package org.cameld360.simulator.v2;

import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.call.Api;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.call.Keys;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.delivery.Outbox;
import org.cameld360.simulator.limit.Limiter;
import org.cameld360.simulator.media.MediaStore;

/** The paths at the root. */
public final class V2Api implements Api {

    private static final Pattern MEDIA_ID = Pattern.compile("/([^/]+)");

    private final Keys keys;
    private final V2Upload upload;
    private final V2Media media;
    private final V2Messages messages;

    public V2Api(Keys keys, MediaStore store, Limiter limiter, Outbox outbox, DownloadUrls urls, Clock clock) {
        this.keys = keys;
        this.upload = new V2Upload(store, limiter);
        this.media = new V2Media(store, urls, limiter);
        this.messages = new V2Messages(store, limiter, outbox, clock);
    }

    @Override
    public Answer answer(Call call) {
        String owner = keys.ownerOf(call);
        if (call.is("POST")) {
            return switch (call.path()) {
                case "/media" -> upload.upload(call, owner);
                case "/messages" -> messages.send(call, owner);
                default -> throw blocked(call);
            };
        }
        if (call.is("GET") && call.path().equals(DownloadUrls.PATH)) {
            return media.download(call, owner);
        }
        Matcher mediaId = MEDIA_ID.matcher(call.path());
        if (mediaId.matches() && call.is("GET")) {
            return media.metadata(mediaId.group(1), owner);
        }
        if (mediaId.matches() && call.is("DELETE")) {
            return media.delete(mediaId.group(1), owner);
        }
        throw blocked(call);
    }

    @Override
    public Answer refuse(Call call, RefusedException refusal) {
        return V2Errors.answer(call, refusal);
    }

    @Override
    public Answer fail(int status) {
        return V2Errors.trouble(status);
    }

    private static RefusedException blocked(Call call) {
        return new RefusedException(Rule.PATH_BLOCKED, "This URL " + call.path() + " is blocked");
    }
}
