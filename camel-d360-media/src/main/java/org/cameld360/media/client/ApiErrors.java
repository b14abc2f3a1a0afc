package org.cameld360.media.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.cameld360.media.AuthenticationException;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.ErrorFacts;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.RateLimitException;
import org.cameld360.media.RequestRefusedException;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.client.wire.ErrorAnswer;
import org.cameld360.media.client.wire.Json;
import org.cameld360.media.media.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an answer is an error, and which. The code in the body counts more than the HTTP status, as Meta advises;
 * v1 puts errors into answers with a success status.
 */
final class ApiErrors {

    /** An nginx page while 360dialog restarts, and its own status for the same: surely not accepted. */
    private static final Set<Integer> RESTARTING = Set.of(503, 555);

    private final ApiCall<?> call;
    private final ApiAnswer answer;
    private final ApiKey key;
    private final int attempt;
    private final Instant now;

    private ApiErrors(ApiCall<?> call, ApiAnswer answer, ApiKey key, int attempt, Instant now) {
        this.call = call;
        this.answer = answer;
        this.key = key;
        this.attempt = attempt;
        this.now = now;
    }

    /**
     * The error that an answer tells of, or {@code null} where it tells of none.
     *
     * @param attempt counted from 1
     */
    static @Nullable D360MediaException in(ApiAnswer answer, ApiCall<?> call, ApiKey key, int attempt, Instant now) {
        JsonNode json = Json.object(answer.body());
        ErrorAnswer error = json == null ? null : ErrorAnswer.in(json, answer.isSuccess());
        boolean mayBeMedia = answer.received() != null && (error == null || error.code() == null);
        if (answer.isSuccess() && (error == null || mayBeMedia)) {
            return null;
        }
        return new ApiErrors(call, answer, key, attempt, now)
                .exception(error == null ? new ErrorAnswer(null, null, null, null) : error);
    }

    private D360MediaException exception(ErrorAnswer error) {
        String words = withoutRecipient(AnswerTexts.clean(error.words(), key));
        ErrorFacts facts =
                new ErrorFacts(answer.status(), error.code(), words, AnswerTexts.clean(error.traceId(), key), false);
        String said = "Could not " + call.action() + ": " + summary(facts);
        Integer code = error.code();
        int status = answer.status();

        if (status == 407) {
            return new RequestRefusedException(
                    said + ". The proxy wants a user name and password: set proxyUsername and proxyPassword.",
                    facts,
                    null);
        }
        if (status == 401 || ErrorCodes.isAuthentication(code)) {
            return new AuthenticationException(
                    said + ". The API key was refused. Check that it is complete, not replaced by a newer one, and made"
                            + " for the generation and number that baseUrl and apiVersion name.",
                    facts,
                    null);
        }
        if (isMissing(error, words)) {
            return new MediaNotFoundException(
                    said
                            + ". The media is unknown there: expired (v1 keeps it 14 days, v2 30), deleted, or uploaded with"
                            + " another number's key. Upload it again.",
                    facts,
                    null);
        }
        if (status == 429 || ErrorCodes.isRateLimit(code) || (code == null && RateLimits.isGatewayLimit(words))) {
            boolean soon = !ErrorCodes.isSpamLimit(code);
            Instant retryAt =
                    now.plus(RateLimits.length(code, words, answer.headers().retryAfter(), attempt, now));
            return new RateLimitException(
                    said + ". Too many requests. Try again at " + retryAt + ".",
                    retryAt,
                    facts.withRetryable(soon),
                    null);
        }
        if (ErrorCodes.isForGood(code)) {
            return refused(said, facts);
        }
        if (ErrorCodes.isForNow(code) || RESTARTING.contains(status)) {
            return unavailable(said, facts, true);
        }
        if (status >= 500 || ErrorCodes.isUnknown(code) || status == 408) {
            return unavailable(said, facts, call.operation().isRepeatable());
        }
        return refused(said, facts);
    }

    private @Nullable String withoutRecipient(@Nullable String words) {
        String recipient = call.recipient();
        return words == null || recipient == null ? words : words.replace(recipient, PhoneNumber.masked(recipient));
    }

    private static RequestRefusedException refused(String said, ErrorFacts facts) {
        return new RequestRefusedException(
                said + ". Repeating it won't change that; correct the request or the account.", facts, null);
    }

    private ServiceUnavailableException unavailable(String said, ErrorFacts facts, boolean repeat) {
        return new ServiceUnavailableException(
                said
                        + (repeat
                                ? ". The server is in trouble. Try again later."
                                : ". The server is in trouble, and the message was not repeated since it may have been"
                                        + " accepted. Look it up before sending it again."),
                facts.withRetryable(repeat),
                null);
    }

    /** v1: 404 without a body, or 1006; v2: 100 with subcode 33; on a send, an attachment id that is not valid (any more). */
    private boolean isMissing(ErrorAnswer error, @Nullable String words) {
        String lower = words == null ? "" : words.toLowerCase(Locale.ROOT);
        if (call instanceof Calls.Send) {
            boolean badAttachment = lower.contains("media attachment id");
            boolean unknownMedia =
                    Integer.valueOf(1006).equals(error.code()) && (lower.contains("media") || lower.contains("file"));
            return badAttachment || unknownMedia;
        }
        if (call instanceof Calls.Upload) {
            return false;
        }
        boolean unknownObject =
                Integer.valueOf(100).equals(error.code()) && Integer.valueOf(33).equals(error.subcode());
        return answer.status() == 404
                || answer.status() == 410
                || unknownObject
                || Integer.valueOf(1006).equals(error.code())
                || lower.contains("does not exist");
    }

    private String summary(ErrorFacts facts) {
        StringBuilder text = new StringBuilder("HTTP ").append(answer.status());
        if (facts.code() != null) {
            text.append(", code ").append(facts.code());
        }
        if (facts.details() != null) {
            text.append(": ").append(facts.details());
        } else if (answer.status() >= 300 && answer.status() < 400) {
            text.append(" sends elsewhere, and redirects are not followed, for the key's sake. Is baseUrl right?");
        } else if (answer.body().length > 0) {
            text.append(" with an answer that is not the API's (content type ")
                    .append(AnswerTexts.shown(answer.headers().contentType(), key))
                    .append(')');
        }
        return text.toString().replaceAll("[.?]$", "");
    }
}
