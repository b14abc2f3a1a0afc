package org.cameld360.media.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.cameld360.media.client.wire.Json;
import org.cameld360.media.client.wire.MessageAnswer;
import org.cameld360.media.client.wire.UploadAnswer;
import org.jspecify.annotations.Nullable;

/** The calls whose answers read alike on both generations. */
final class Calls {

    /** Printable ASCII; the longest ids that are known have about 60 characters. */
    private static final Pattern ID = Pattern.compile("[!-~]{1,1000}");

    private Calls() {}

    /** What an upload gave: the id, and the hash of what was sent. */
    record Uploaded(String mediaId, String sha256) {}

    record Upload(String action, ApiRequest request) implements ApiCall<Uploaded> {
        @Override
        public ApiOperation operation() {
            return ApiOperation.UPLOAD;
        }

        @Override
        public Uploaded decode(ApiAnswer answer) throws UnusableAnswerException {
            String id = json(answer, UploadAnswer.class).mediaId();
            if (answer.sentSha256() == null) {
                throw new UnusableAnswerException("it was answered before all of the media was sent");
            }
            return new Uploaded(present(id, "media id"), answer.sentSha256());
        }
    }

    record Send(String action, ApiRequest request, String recipient) implements ApiCall<String> {
        @Override
        public ApiOperation operation() {
            return ApiOperation.SEND;
        }

        @Override
        public String decode(ApiAnswer answer) throws UnusableAnswerException {
            return present(json(answer, MessageAnswer.class).messageId(), "message id");
        }
    }

    record Delete(String action, ApiRequest request) implements ApiCall<Boolean> {
        @Override
        public ApiOperation operation() {
            return ApiOperation.DELETE;
        }

        /**
         * v2 documents {@code {"success":true}}; v1 documents no body, so that anything goes there but what is no API's: a
         * page of HTML, or a refusal.
         */
        @Override
        public Boolean decode(ApiAnswer answer) throws UnusableAnswerException {
            JsonNode json = Json.object(answer.body());
            if (json == null
                    && new String(answer.body(), StandardCharsets.UTF_8)
                            .stripLeading()
                            .startsWith("<")) {
                throw new UnusableAnswerException("it was a page and not the API's answer");
            }
            if (json != null
                    && json.path("success").isBoolean()
                    && !json.path("success").booleanValue()) {
                throw new UnusableAnswerException("it said that nothing was deleted");
            }
            return true;
        }
    }

    record Download(String action, ApiRequest request, ApiOperation operation) implements ApiCall<ApiAnswer> {
        @Override
        public ApiAnswer decode(ApiAnswer answer) throws UnusableAnswerException {
            if (answer.received() == null || answer.received().size() == 0) {
                throw new UnusableAnswerException("it held no media");
            }
            String encoding = answer.headers().contentEncoding();
            if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
                throw new UnusableAnswerException("it was compressed, which nobody had asked for");
            }
            return answer;
        }
    }

    static <T> T json(ApiAnswer answer, Class<T> type) throws UnusableAnswerException {
        try {
            return Json.read(answer.body(), type);
        } catch (IOException e) {
            throw new UnusableAnswerException(
                    answer.body().length == 0 ? "it was empty" : "it was not the JSON that the API documents");
        }
    }

    /** An id goes into headers and logs of routes: what could break a line there, or steer a terminal, is none. */
    static String present(@Nullable String value, String name) throws UnusableAnswerException {
        if (value == null || !ID.matcher(value).matches()) {
            throw new UnusableAnswerException("it held no " + name);
        }
        return value;
    }
}
