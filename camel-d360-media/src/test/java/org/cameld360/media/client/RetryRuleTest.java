package org.cameld360.media.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.client.RetryRule.Verdict;
import org.cameld360.media.media.SourceChangedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code maxRetries=3}, {@code retryDelay=1s}, {@code maxRetryDelay=30s}, and jitter at its most. */
class RetryRuleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final ApiRequest REQUEST = ApiRequest.get(URI.create("http://localhost/x"));

    private static final ApiCall<?> SEND = new Calls.Send("send the image", REQUEST, "49151234567");

    private static final Map<String, ApiCall<?>> REPEATABLE = Map.of(
            "upload", new Calls.Upload("upload 'x.jpg'", REQUEST),
            "get", new Calls.Download("get media 1", REQUEST, ApiOperation.GET),
            "download", new Calls.Download("get media 1", REQUEST, ApiOperation.DOWNLOAD),
            "delete", new Calls.Delete("delete media 1", REQUEST));

    private final RetryRule rule = new RetryRule(
            new ApiTarget(ApiVersion.V2, URI.create("http://localhost"), ApiKey.of("key")),
            new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(30)));

    private static final String AGAIN = "again in 1 s";
    private static final String UNAVAILABLE = "ServiceUnavailableException";
    private static final String REFUSED = "RequestRefusedException";
    private static final String LIMITED = "again in 1 s, others too";

    static IntStream statuses() {
        return IntStream.rangeClosed(300, 599);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void everyStatusWithoutACode(int status) {
        String all = Map.of(401, "AuthenticationException", 429, LIMITED, 503, AGAIN, 555, AGAIN)
                .get(status);
        boolean trouble = status >= 500 || status == 408;
        boolean gone = status == 404 || status == 410;

        REPEATABLE.forEach((name, call) -> {
            String expected = trouble ? AGAIN : gone && !name.equals("upload") ? "MediaNotFoundException" : REFUSED;
            assertThat(after(call, 1, status, "")).as(name).isEqualTo(all == null ? expected : all);
        });
        assertThat(after(SEND, 1, status, "")).isEqualTo(all != null ? all : trouble ? UNAVAILABLE : REFUSED);
    }

    /** Cloud and On-Premises codes of the API's own lists, with the status that they are listed with. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "     0 | 401 | AuthenticationException | AuthenticationException",
                "   190 | 401 | AuthenticationException | AuthenticationException",
                "  1005 | 403 | AuthenticationException | AuthenticationException",
                // trouble that passes
                "     2 | 503 | again in 1 s | again in 1 s",
                "131016 | 500 | again in 1 s | again in 1 s",
                "131057 | 500 | again in 1 s | again in 1 s",
                "133004 | 503 | again in 1 s | again in 1 s",
                "  1011 | 500 | again in 1 s | again in 1 s",
                "  1014 | 500 | again in 1 s | again in 1 s",
                "  1016 | 500 | again in 1 s | again in 1 s",
                "  1017 | 500 | again in 1 s | again in 1 s",
                "  1018 | 500 | again in 1 s | again in 1 s",
                "  1023 | 500 | again in 1 s | again in 1 s",
                // trouble of which nobody knows what was done before it
                "     1 | 400 | again in 1 s | ServiceUnavailableException",
                "131000 | 500 | again in 1 s | ServiceUnavailableException",
                "   500 | 500 | again in 1 s | ServiceUnavailableException",
                "  1000 | 500 | again in 1 s | ServiceUnavailableException",
                // limits
                "     4 | 400 | again in 1 s, others too | again in 1 s, others too",
                " 80007 | 400 | again in 1 s, others too | again in 1 s, others too",
                "130429 | 400 | again in 1 s, others too | again in 1 s, others too",
                "130429 | 429 | again in 1 s, others too | again in 1 s, others too",
                "  1015 | 429 | again in 1 s, others too | again in 1 s, others too",
                "   429 | 200 | again in 1 s, others too | again in 1 s, others too",
                "131056 | 400 | again in 1 s, same recipient too | again in 1 s, same recipient too",
                "131048 | 400 | RateLimitException | RateLimitException",
                "   471 | 200 | RateLimitException | RateLimitException",
                // refusals that repeating won't change
                "     3 | 500 | RequestRefusedException | RequestRefusedException",
                "    10 | 403 | RequestRefusedException | RequestRefusedException",
                "    33 | 400 | RequestRefusedException | RequestRefusedException",
                "   100 | 400 | RequestRefusedException | RequestRefusedException",
                "   200 | 403 | RequestRefusedException | RequestRefusedException",
                "   299 | 403 | RequestRefusedException | RequestRefusedException",
                "   368 | 403 | RequestRefusedException | RequestRefusedException",
                "130403 | 400 | RequestRefusedException | RequestRefusedException",
                "130472 | 400 | RequestRefusedException | RequestRefusedException",
                "130497 | 403 | RequestRefusedException | RequestRefusedException",
                "131005 | 403 | RequestRefusedException | RequestRefusedException",
                "131008 | 400 | RequestRefusedException | RequestRefusedException",
                "131009 | 400 | RequestRefusedException | RequestRefusedException",
                "131021 | 400 | RequestRefusedException | RequestRefusedException",
                "131026 | 400 | RequestRefusedException | RequestRefusedException",
                "131031 | 403 | RequestRefusedException | RequestRefusedException",
                "131037 | 400 | RequestRefusedException | RequestRefusedException",
                "131042 | 400 | RequestRefusedException | RequestRefusedException",
                "131045 | 500 | RequestRefusedException | RequestRefusedException",
                "131047 | 400 | RequestRefusedException | RequestRefusedException",
                "131049 | 400 | RequestRefusedException | RequestRefusedException",
                "131050 | 400 | RequestRefusedException | RequestRefusedException",
                "131051 | 400 | RequestRefusedException | RequestRefusedException",
                "131052 | 400 | RequestRefusedException | RequestRefusedException",
                "131053 | 400 | RequestRefusedException | RequestRefusedException",
                "131064 | 400 | RequestRefusedException | RequestRefusedException",
                "132000 | 400 | RequestRefusedException | RequestRefusedException",
                "132069 | 404 | RequestRefusedException | RequestRefusedException",
                "133010 | 400 | RequestRefusedException | RequestRefusedException",
                "133016 | 400 | RequestRefusedException | RequestRefusedException",
                "135000 | 400 | RequestRefusedException | RequestRefusedException",
                "   400 | 200 | RequestRefusedException | RequestRefusedException",
                "   402 | 200 | RequestRefusedException | RequestRefusedException",
                "   408 | 200 | RequestRefusedException | RequestRefusedException",
                "   410 | 200 | RequestRefusedException | RequestRefusedException",
                "   430 | 200 | RequestRefusedException | RequestRefusedException",
                "   432 | 200 | RequestRefusedException | RequestRefusedException",
                "   433 | 200 | RequestRefusedException | RequestRefusedException",
                "   470 | 200 | RequestRefusedException | RequestRefusedException",
                "   472 | 200 | RequestRefusedException | RequestRefusedException",
                "   480 | 200 | RequestRefusedException | RequestRefusedException",
                "   501 | 200 | RequestRefusedException | RequestRefusedException",
                "  1001 | 400 | RequestRefusedException | RequestRefusedException",
                "  1002 | 400 | RequestRefusedException | RequestRefusedException",
                "  1004 | 400 | RequestRefusedException | RequestRefusedException",
                "  1006 | 404 | RequestRefusedException | RequestRefusedException",
                "  1007 | 400 | RequestRefusedException | RequestRefusedException",
                "  1008 | 400 | RequestRefusedException | RequestRefusedException",
                "  1009 | 400 | RequestRefusedException | RequestRefusedException",
                "  1010 | 400 | RequestRefusedException | RequestRefusedException",
                "  1013 | 400 | RequestRefusedException | RequestRefusedException",
                "  1021 | 400 | RequestRefusedException | RequestRefusedException",
                "  1022 | 400 | RequestRefusedException | RequestRefusedException",
                "  1024 | 400 | RequestRefusedException | RequestRefusedException",
                "  1025 | 400 | RequestRefusedException | RequestRefusedException",
                "  1026 | 400 | RequestRefusedException | RequestRefusedException",
                "  1028 | 400 | RequestRefusedException | RequestRefusedException",
                "  1031 | 400 | RequestRefusedException | RequestRefusedException",
                "  2000 | 400 | RequestRefusedException | RequestRefusedException",
                "  2005 | 400 | RequestRefusedException | RequestRefusedException",
            })
    void everyCode(int code, int status, String upload, String send) {
        for (String body : List.of(
                "{\"error\":{\"message\":\"m\",\"code\":" + code + "}}",
                "{\"errors\":[{\"code\":" + code + ",\"title\":\"m\"}]}")) {
            assertThat(after(REPEATABLE.get("upload"), 1, status, body)).isEqualTo(upload);
            assertThat(after(SEND, 1, status, body)).isEqualTo(send);
        }
    }

    @Test
    void whatBreaksBeforeAByteLeftIsRepeatedWhateverItIs() {
        TransportException notLeft = new TransportException("no connection to localhost could be made", false, null);

        REPEATABLE.values().forEach(call -> assertThat(unanswered(call, 1, notLeft))
                .isEqualTo(AGAIN));
        assertThat(unanswered(SEND, 1, notLeft)).isEqualTo(AGAIN);
        assertThat(unanswered(SEND, 4, notLeft)).isEqualTo(UNAVAILABLE);
    }

    /** Reset, silence, an answer cut short: whatever the transport says of it, all that counts is whether bytes left. */
    @ParameterizedTest
    @ValueSource(strings = {"the connection to localhost broke", "localhost was silent for 60000 ms", "TLS failed"})
    void aMessageIsNeverRepeatedAfterItsBytesLeft(String reason) {
        TransportException left = new TransportException(reason, true, null);

        REPEATABLE.values().forEach(call -> assertThat(unanswered(call, 1, left))
                .isEqualTo(AGAIN));
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(unanswered(SEND, attempt, left)).isEqualTo("SendInDoubtException");
        }
    }

    @Test
    void whatTheTransportDoesNotKnowCountsAsLeft() {
        assertThat(unanswered(SEND, 1, new IllegalStateException("?"))).isEqualTo("SendInDoubtException");
    }

    @Test
    void troubleWithTheOwnDiskIsNotRepeated() {
        Path path = Path.of("x.jpg");
        for (Exception local : List.of(
                new NoSuchFileException("" + path),
                new AccessDeniedException("" + path),
                new SourceChangedException("the source changed"))) {
            for (ApiCall<?> call : List.of(REPEATABLE.get("upload"), SEND)) {
                assertThat(unanswered(call, 1, new TransportException("x", true, local)))
                        .isEqualTo("MediaRejectedException");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>ok</html>", "{}", "[]", "{\"messages\":[]}"})
    void aSuccessThatSaysNothingIsRepeatedUnlessItIsAMessage(String body) {
        assertThat(after(REPEATABLE.get("upload"), 1, 200, body)).isEqualTo(AGAIN);
        assertThat(after(SEND, 1, 200, body)).isEqualTo("SendInDoubtException");
    }

    @Test
    void anIdBesideAnErrorThatPassesIsInDoubt() {
        String both = "{\"messages\":[{\"id\":\"w\"}],\"errors\":[{\"code\":1015,\"title\":\"slow\"}]}";

        assertThat(after(SEND, 1, 200, both)).isEqualTo("SendInDoubtException");
    }

    @Test
    void successIsDone() {
        assertThat(after(SEND, 1, 200, "{\"messages\":[{\"id\":\"wamid.1\"}]}")).isEqualTo("done: wamid.1");
        assertThat(after(SEND, 1, 201, "{\"messages\":[{\"id\":\"gBG\"}],\"meta\":{}}"))
                .isEqualTo("done: gBG");
    }

    @Test
    void theDelayDoublesUntilTheRetriesAreUsedUp() {
        ApiCall<?> upload = REPEATABLE.get("upload");

        assertThat(List.of(1, 2, 3, 4))
                .map(attempt -> after(upload, attempt, 500, ""))
                .containsExactly("again in 1 s", "again in 2 s", "again in 4 s", UNAVAILABLE);
    }

    /** Meta: "retry after 4^X seconds", where X begins with 0. */
    @Test
    void theDelayForOneRecipientGrowsFourfold() {
        String body = "{\"error\":{\"message\":\"(#131056) pair rate limit\",\"code\":131056}}";

        assertThat(List.of(1, 2, 3, 4))
                .map(attempt -> after(SEND, attempt, 400, body))
                .containsExactly(
                        "again in 1 s, same recipient too",
                        "again in 4 s, same recipient too",
                        "again in 16 s, same recipient too",
                        "RateLimitException, same recipient waits 64 s");
    }

    @Test
    void jitterHalvesADelayAtMost() {
        Verdict<?> verdict = rule.answered(SEND, 3, answer(503, "", null), NOW, 0);

        assertThat(words(verdict)).isEqualTo("again in 2 s");
    }

    @ParameterizedTest
    @CsvSource({
        "429, 20, 'again in 20 s, others too'",
        "503, 20, again in 20 s",
        "555, 7, again in 7 s",
        "503, 0, again in 1 s",
        "429, 31, 'RateLimitException, others wait 31 s'",
        "503, 31, ServiceUnavailableException",
        "429, 999999999, 'RateLimitException, others wait 3600 s'",
        "429, soon, 'again in 1 s, others too'",
        "401, 5, AuthenticationException",
    })
    void theServersWordIsHeeded(int status, String retryAfter, String expected) {
        assertThat(words(rule.answered(SEND, 1, answer(status, "", retryAfter), NOW, 1)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "You have exceeded the limit of 1 request every 5 seconds. Try again later., 'again in 5 s, others too'",
        "You have exceeded the limit of 1 request every * seconds. Try again later., 'again in 1 s, others too'",
        "You have exceeded the limit of 1 request every 90 seconds., 'RateLimitException, others wait 90 s'",
        "Endpoint rate limit exceeded, 'again in 1 s, others too'",
        "Your WhatsApp for Business API has been disabled, RequestRefusedException",
        "Overdue invoices, RequestRefusedException",
    })
    void a400OfTheGatewayMayBeARateLimit(String said, String expected) {
        for (String body : List.of(
                "{\"meta\":{\"httpCode\":400,\"developerMessage\":\"" + said + "\",\"success\":false}}",
                "{\"meta\":{\"success\":false,\"http_code\":400,\"developer_message\":\"" + said + "\"}}",
                "{\"error\":\"" + said + "\"}")) {
            assertThat(after(SEND, 1, 400, body)).isEqualTo(expected);
        }
    }

    @Test
    void withoutRetriesEverythingEndsAtOnce() {
        RetryRule never = new RetryRule(
                new ApiTarget(ApiVersion.V2, URI.create("http://localhost"), ApiKey.of("key")),
                new RetryPolicy(0, Duration.ofSeconds(1), Duration.ofSeconds(30)));

        assertThat(words(never.answered(SEND, 1, answer(503, "", null), NOW, 1)))
                .isEqualTo(UNAVAILABLE);
    }

    @Test
    void aGivenUpMessageSaysWhetherItMayBeSentAgain() {
        assertThat(giveUp(rule.answered(SEND, 4, answer(503, "", null), NOW, 1)).failure())
                .isInstanceOf(ServiceUnavailableException.class)
                .matches(e -> e.isRetryable());
        assertThat(giveUp(rule.unanswered(SEND, 1, new TransportException("x", true, null), NOW, 1))
                        .failure())
                .isInstanceOf(SendInDoubtException.class)
                .matches(e -> !e.isRetryable());
    }

    private String after(ApiCall<?> call, int attempt, int status, String body) {
        return words(rule.answered(call, attempt, answer(status, body, null), NOW, 1));
    }

    private String unanswered(ApiCall<?> call, int attempt, Throwable failure) {
        return words(rule.unanswered(call, attempt, failure, NOW, 1));
    }

    private static ApiAnswer answer(int status, String body, String retryAfter) {
        return new ApiAnswer(
                status,
                new ApiAnswer.Headers("application/json", null, retryAfter, null),
                body.getBytes(UTF_8),
                null,
                "00");
    }

    private static Verdict.GiveUp<?> giveUp(Verdict<?> verdict) {
        return (Verdict.GiveUp<?>) verdict;
    }

    private static String words(Verdict<?> verdict) {
        if (verdict instanceof Verdict.Done<?> done) {
            return "done: " + done.value();
        }
        if (verdict instanceof Verdict.Again<?> again) {
            return "again in " + again.pause().length().toSeconds() + " s"
                    + switch (again.pause().scope()) {
                        case CALL -> "";
                        case LANE -> ", others too";
                        case RECIPIENT -> ", same recipient too";
                    };
        }
        RetryRule.Pause pause = giveUp(verdict).pause();
        String exception = giveUp(verdict).failure().getClass().getSimpleName();
        return pause == null
                ? exception
                : exception
                        + (pause.scope() == RetryRule.Scope.LANE ? ", others wait " : ", same recipient waits ")
                        + pause.length().toSeconds() + " s";
    }
}
