package org.cameld360.media.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
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
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an answer is an error, and which. The code in the body counts more than the HTTP status, as Meta advises;
 * v1 puts errors into answers with a success status.
 */
final class ApiErrors {

    /** Cloud: 4, 80007, 130429, 131048, 131056 (Meta, error codes); On-Premises: 429, 471, 1015. */
    private static final Set<Integer> RATE_LIMITS = Set.of(4, 80007, 130429, 131048, 131056, 429, 471, 1015);

    /** Of those, the spam limits last much longer than any retry. */
    private static final Set<Integer> SPAM_LIMITS = Set.of(131048, 471);

    /** Refusals for now. Cloud: 2, 131016, 131057, 133004; On-Premises: 1011, 1014, 1016, 1017, 1018, 1023. */
    private static final Set<Integer> FOR_NOW = Set.of(2, 131016, 131057, 133004, 1011, 1014, 1016, 1017, 1018, 1023);

    /** "Unknown error": Cloud 131000 and 1, On-Premises 500 and 1000. */
    private static final Set<Integer> UNKNOWN = Set.of(131000, 1, 500, 1000);

    private static final Set<Integer> AUTHENTICATION = Set.of(0, 190, 1005);

    /** An nginx page while 360dialog restarts, and its own status for the same: surely not accepted. */
    private static final Set<Integer> RESTARTING = Set.of(503, 555);

    private final ApiCall<?> call;
    private final ApiAnswer answer;
    private final ApiKey key;
    private final Instant now;

    private ApiErrors(ApiCall<?> call, ApiAnswer answer, ApiKey key, Instant now) {
        this.call = call;
        this.answer = answer;
        this.key = key;
        this.now = now;
    }

    /** The error that an answer tells of, or {@code null} where it tells of none. */
    static @Nullable D360MediaException in(ApiAnswer answer, ApiCall<?> call, ApiKey key, Instant now) {
        JsonNode json = answer.received() != null ? null : Json.object(answer.body());
        ErrorAnswer error = json == null ? null : ErrorAnswer.in(json);
        if (error == null && answer.isSuccess()) {
            return null;
        }
        return new ApiErrors(call, answer, key, now)
                .exception(error == null ? new ErrorAnswer(null, null, null, null) : error);
    }

    private D360MediaException exception(ErrorAnswer error) {
        String words = AnswerTexts.clean(error.words(), key);
        ErrorFacts facts =
                new ErrorFacts(answer.status(), error.code(), words, AnswerTexts.clean(error.traceId(), key), false);
        String said = "Could not " + call.action() + ": " + summary(facts);
        int code = error.code() == null ? -1 : error.code();
        int status = answer.status();

        if (status == 401 || AUTHENTICATION.contains(code)) {
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
        if (status == 429 || RATE_LIMITS.contains(code) || isGatewayRateLimit(words)) {
            boolean soon = !SPAM_LIMITS.contains(code);
            Instant retryAt = now.plus(retryAfter().orDefault(soon ? Duration.ofSeconds(1) : Duration.ofHours(24)));
            return new RateLimitException(
                    said + ". Too many requests. Try again at " + retryAt + ".",
                    retryAt,
                    facts.withRetryable(soon),
                    null);
        }
        if (FOR_NOW.contains(code) || RESTARTING.contains(status)) {
            return unavailable(said, facts, true);
        }
        if (status >= 500 || UNKNOWN.contains(code) || status == 408) {
            return unavailable(said, facts, call.repeatable());
        }
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

    /** 360dialog says it with status 400: "You have exceeded the limit of 1 request every * seconds". */
    private boolean isGatewayRateLimit(@Nullable String words) {
        return words != null && words.toLowerCase(Locale.ROOT).matches(".*(exceeded the limit|rate limit).*");
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
                    .append(AnswerTexts.shown(answer.headers().contentType()))
                    .append(')');
        }
        return text.toString().replaceAll("[.?]$", "");
    }

    private RetryAfter retryAfter() {
        return RetryAfter.parse(answer.headers().retryAfter(), now);
    }

    /** The {@code Retry-After} header: seconds, or an HTTP date. */
    record RetryAfter(@Nullable Duration asked) {

        static RetryAfter parse(@Nullable String header, Instant now) {
            if (header == null) {
                return new RetryAfter(null);
            }
            String text = header.strip();
            if (text.matches("[0-9]{1,7}")) {
                return new RetryAfter(Duration.ofSeconds(Long.parseLong(text)));
            }
            try {
                Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                return new RetryAfter(at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO);
            } catch (DateTimeException e) {
                return new RetryAfter(null);
            }
        }

        Duration orDefault(Duration otherwise) {
            return asked == null ? otherwise : asked;
        }
    }
}
