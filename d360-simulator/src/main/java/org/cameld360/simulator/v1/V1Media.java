package org.cameld360.simulator.v1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.StoredMedia;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.json.StrictJson;
import org.cameld360.simulator.limit.Limiter;
import org.cameld360.simulator.media.Ids;
import org.cameld360.simulator.media.MediaStore;
import org.cameld360.simulator.media.Upload;
import org.cameld360.simulator.rules.V1Rules;

/** Upload, get and delete. */
final class V1Media {

    private final MediaStore store;
    private final Limiter limiter;

    V1Media(MediaStore store, Limiter limiter) {
        this.store = store;
        this.limiter = limiter;
    }

    Answer upload(Call call, String owner) {
        limiter.v1Volume();
        String contentType = V1UploadCheck.contentType(call);
        StoredMedia media = store.add(new Upload(
                ApiVersion.V1, owner, Ids.v1Media(), contentType, null, call.body(), V1Rules.RULES.retention(), false));
        ObjectNode answer = StrictJson.object();
        answer.putArray("media").addObject().put("id", media.id());
        return Answer.json(200, answer);
    }

    Answer get(String id, String owner) {
        StoredMedia media = find(id, owner);
        return Answer.file(media.contentType(), media.file(), media.size());
    }

    /** The body of this answer is not documented; it is left empty, so that nobody comes to rely on one. */
    Answer delete(String id, String owner) {
        store.delete(find(id, owner));
        return Answer.empty(200);
    }

    private StoredMedia find(String id, String owner) {
        return store.find(ApiVersion.V1, owner, id)
                .orElseThrow(() -> new RefusedException(Rule.MEDIA_NOT_FOUND, "no media " + id));
    }
}
