package org.cameld360.simulator.v1;

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
import org.cameld360.simulator.webhook.WebhookSettings;

/** The paths below {@code /v1}. Several clients put a slash behind {@code media}, and it worked for them. */
public final class V1Api implements Api {

    private static final Pattern MEDIA = Pattern.compile("/v1/media/?");
    private static final Pattern MEDIA_ID = Pattern.compile("/v1/media/([^/]+)");
    private static final Pattern MESSAGES = Pattern.compile("/v1/messages/?");

    private final Keys keys;
    private final Limiter limiter;
    private final V1Media media;
    private final V1Messages messages;
    private final WebhookSettings webhooks;

    public V1Api(Keys keys, MediaStore store, Limiter limiter, Outbox outbox, WebhookSettings webhooks, Clock clock) {
        this.keys = keys;
        this.limiter = limiter;
        this.media = new V1Media(store, limiter);
        this.messages = new V1Messages(store, limiter, outbox, clock);
        this.webhooks = webhooks;
    }

    @Override
    public Answer answer(Call call) {
        String owner = keys.ownerOf(call);
        if (call.is("POST") && MESSAGES.matcher(call.path()).matches()) {
            return messages.send(call, owner);
        }
        limiter.v1Other(owner);
        Matcher mediaId = MEDIA_ID.matcher(call.path());
        if (mediaId.matches() && call.is("GET")) {
            return media.get(mediaId.group(1), owner);
        }
        if (mediaId.matches() && call.is("DELETE")) {
            return media.delete(mediaId.group(1), owner);
        }
        if (call.is("POST") && MEDIA.matcher(call.path()).matches()) {
            return media.upload(call, owner);
        }
        if (call.path().equals(WebhookSettings.PATH) && call.is("GET")) {
            return webhooks.get(owner);
        }
        if (call.path().equals(WebhookSettings.PATH) && call.is("POST")) {
            return webhooks.set(call, owner);
        }
        throw new RefusedException(Rule.PATH_BLOCKED, "This URL " + call.path() + " is blocked");
    }

    @Override
    public Answer refuse(Call call, RefusedException refusal) {
        return V1Errors.answer(refusal);
    }

    @Override
    public Answer fail(int status) {
        return V1Errors.trouble(status);
    }
}
