package org.cameld360.simulator.v2;

import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.StoredMedia;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.json.StrictJson;
import org.cameld360.simulator.limit.Limiter;
import org.cameld360.simulator.media.Ids;
import org.cameld360.simulator.media.MediaStore;
import org.cameld360.simulator.media.Upload;
import org.cameld360.simulator.multipart.Part;
import org.cameld360.simulator.rules.V2Rules;

/** Takes a form with the media in its {@code file} part. */
final class V2Upload {

    private final MediaStore store;
    private final Limiter limiter;

    V2Upload(MediaStore store, Limiter limiter) {
        this.store = store;
        this.limiter = limiter;
    }

    Answer upload(Call call, String owner) {
        limiter.v2Upload(owner);
        UploadForm form = UploadForm.of(call);
        Part file = FilePartCheck.check(form);
        StoredMedia media = store.add(new Upload(
                ApiVersion.V2,
                owner,
                Ids.v2Media(),
                file.contentType(),
                file.fileName(),
                file.content(),
                V2Rules.RULES.retention(),
                false));
        return Answer.json(200, StrictJson.object().put("id", media.id()));
    }
}
