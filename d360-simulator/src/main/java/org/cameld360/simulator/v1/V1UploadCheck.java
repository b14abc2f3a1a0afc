package org.cameld360.simulator.v1;

import java.util.Set;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.media.ContentType;
import org.cameld360.simulator.rules.V1Rules;

/** Checks an upload: the bytes as they are, with the type in a header. */
final class V1UploadCheck {

    /** What a client sends when it takes the call for a form. Both are valid types of a document, and neither is ever meant. */
    private static final Set<String> FORMS = Set.of("multipart/form-data", "application/x-www-form-urlencoded");

    private V1UploadCheck() {}

    static String contentType(Call call) {
        String declared = call.header("Content-Type")
                .orElseThrow(() ->
                        new RefusedException(Rule.UPLOAD_TYPE_MISSING, "The Content-Type of the media is required"));
        ContentType type = ContentType.parse(declared)
                .orElseThrow(() ->
                        new RefusedException(Rule.UPLOAD_TYPE_MALFORMED, "The Content-Type is not a valid media type"));
        if (FORMS.contains(type.base()) || V1Rules.NOT_SUPPORTED.contains(type)) {
            throw new RefusedException(Rule.UPLOAD_TYPE_NOT_SUPPORTED, "Media of type " + type + " is not supported");
        }
        long size = call.body().size();
        if (size == 0) {
            throw new RefusedException(Rule.UPLOAD_EMPTY, "The body must be the media, and is empty");
        }
        if (size > V1Rules.MAX_UPLOAD) {
            throw new RefusedException(
                    Rule.UPLOAD_TOO_LARGE, "Media of " + size + " bytes is over the limit of " + V1Rules.MAX_UPLOAD);
        }
        return declared;
    }
}
