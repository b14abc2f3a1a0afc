package org.cameld360.simulator.v2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.StoredMedia;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.json.StrictJson;
import org.cameld360.simulator.limit.Limiter;
import org.cameld360.simulator.media.MediaStore;

/** Metadata, download and delete. */
final class V2Media {

    private static final Pattern NUMERIC = Pattern.compile("[0-9]+");

    private final MediaStore store;
    private final DownloadUrls urls;
    private final Limiter limiter;

    V2Media(MediaStore store, DownloadUrls urls, Limiter limiter) {
        this.limiter = limiter;
        this.store = store;
        this.urls = urls;
    }

    Answer metadata(String id, String owner) {
        limiter.v2Get(owner);
        StoredMedia media;
        try {
            media = find("get", id, owner);
        } catch (RefusedException e) {
            limiter.v2GetFailed(owner);
            throw e;
        }
        ObjectNode answer = StrictJson.object()
                .put("url", urls.urlOf(media.id()))
                .put("mime_type", media.contentType())
                .put("sha256", media.sha256())
                .put("file_size", media.size())
                .put("id", media.id())
                .put("messaging_product", "whatsapp");
        return Answer.jsonText(200, StrictJson.writeWithEscapedSlashes(answer));
    }

    Answer delete(String id, String owner) {
        store.delete(find("delete", id, owner));
        return Answer.json(200, StrictJson.object().put("success", true));
    }

    /** Meta's file host is said to refuse clients without a name; whether 360dialog's does is not documented. */
    Answer download(Call call, String owner) {
        if (call.header("User-Agent").isEmpty()) {
            throw new RefusedException(Rule.USER_AGENT_MISSING, "A User-Agent is required");
        }
        String id = urls.mediaIdOf(call.query());
        StoredMedia media = store.find(ApiVersion.V2, owner, id)
                .orElseThrow(() -> new RefusedException(Rule.DOWNLOAD_URL_WRONG, "Not Found"));
        return Answer.file(media.contentType(), media.file(), media.size());
    }

    private StoredMedia find(String action, String id, String owner) {
        if (!NUMERIC.matcher(id).matches()) {
            throw new RefusedException(Rule.MEDIA_ID_NOT_NUMERIC, "Invalid media ID: it must be numeric");
        }
        return store.find(ApiVersion.V2, owner, id)
                .orElseThrow(() -> new RefusedException(Rule.MEDIA_NOT_FOUND, unsupported(action, id)));
    }

    private static String unsupported(String action, String id) {
        return "Unsupported " + action + " request. Object with ID '" + id
                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation";
    }
}
