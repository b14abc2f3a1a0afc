package org.cameld360.media.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.cameld360.media.AuthenticationException;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.RateLimitException;
import org.cameld360.media.RequestRefusedException;
import org.cameld360.media.ServiceUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ApiErrorsTest {

    private static final ApiKey KEY = ApiKey.of("secret-key");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final ApiRequest REQUEST = ApiRequest.get(URI.create("http://localhost/x"));
    private static final ApiCall<?> UPLOAD = new Calls.Upload("upload 'x.jpg'", REQUEST);
    private static final ApiCall<?> GET = new Calls.Download("get media 1", REQUEST, ApiOperation.GET);
    private static final ApiCall<?> DELETE = new Calls.Delete("delete media 1", REQUEST);
    private static final ApiCall<?> SEND = new Calls.Send("send the image", REQUEST, "49151234567");

    static IntStream statuses() {
        return IntStream.rangeClosed(300, 599);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void everyStatusHasItsException(int status) {
        for (ApiCall<?> call : new ApiCall<?>[] {UPLOAD, GET, DELETE, SEND}) {
            for (String body :
                    new String[] {"", "<html>", "{}", "[1]", "null", "{\"error\":\"e\"}", "{\"error\":{}}"}) {
                D360MediaException error = error(call, status, body);

                assertThat(error).as("%s on %s", status, call).isExactlyInstanceOf(expected(call, status));
                assertThat(error.getStatus()).isEqualTo(status);
                assertThat(error.isRetryable()).as("%s on %s", status, call).isEqualTo(repeats(call, status));
                assertThat(error).hasMessageStartingWith("Could not " + call.action() + ": HTTP " + status);
            }
        }
    }

    private static Class<?> expected(ApiCall<?> call, int status) {
        boolean byId = call == GET || call == DELETE;
        if (status >= 500 || status == 408) {
            return ServiceUnavailableException.class;
        }
        return switch (status) {
            case 401 -> AuthenticationException.class;
            case 404, 410 -> byId ? MediaNotFoundException.class : RequestRefusedException.class;
            case 429 -> RateLimitException.class;
            default -> RequestRefusedException.class;
        };
    }

    /** A message is repeated only after an answer that says that it was not accepted. */
    private static boolean repeats(ApiCall<?> call, int status) {
        if (status == 429 || status == 503 || status == 555) {
            return true;
        }
        return (status >= 500 || status == 408) && call != SEND;
    }

    @ParameterizedTest
    @CsvSource({
        // what code, with what status, is what, and may be repeated: an upload, a message
        "0, 400, AuthenticationException, false, false",
        "190, 400, AuthenticationException, false, false",
        "190, 500, AuthenticationException, false, false",
        "1005, 403, AuthenticationException, false, false",
        "1, 400, ServiceUnavailableException, true, false",
        "2, 400, ServiceUnavailableException, true, true",
        "2, 503, ServiceUnavailableException, true, true",
        "131000, 500, ServiceUnavailableException, true, false",
        "131016, 500, ServiceUnavailableException, true, true",
        "131057, 500, ServiceUnavailableException, true, true",
        "133004, 503, ServiceUnavailableException, true, true",
        "1011, 500, ServiceUnavailableException, true, true",
        "1014, 400, ServiceUnavailableException, true, true",
        "1016, 500, ServiceUnavailableException, true, true",
        "1023, 500, ServiceUnavailableException, true, true",
        "500, 400, ServiceUnavailableException, true, false",
        "4, 400, RateLimitException, true, true",
        "80007, 400, RateLimitException, true, true",
        "130429, 400, RateLimitException, true, true",
        "130429, 500, RateLimitException, true, true",
        "131056, 400, RateLimitException, true, true",
        "1015, 429, RateLimitException, true, true",
        "1015, 200, RateLimitException, true, true",
        "131048, 400, RateLimitException, false, false",
        "471, 400, RateLimitException, false, false",
        "3, 500, RequestRefusedException, false, false",
        "10, 403, RequestRefusedException, false, false",
        "200, 403, RequestRefusedException, false, false",
        "100, 400, RequestRefusedException, false, false",
        "368, 403, RequestRefusedException, false, false",
        "131009, 400, RequestRefusedException, false, false",
        "131031, 403, RequestRefusedException, false, false",
        "131042, 500, RequestRefusedException, false, false",
        "131045, 500, RequestRefusedException, false, false",
        "131047, 400, RequestRefusedException, false, false",
        "131053, 400, RequestRefusedException, false, false",
        "132000, 500, RequestRefusedException, false, false",
        "133010, 400, RequestRefusedException, false, false",
        "470, 400, RequestRefusedException, false, false",
        "1008, 200, RequestRefusedException, false, false",
        "1026, 500, RequestRefusedException, false, false",
        "999999, 400, RequestRefusedException, false, false",
        "999999, 500, ServiceUnavailableException, true, false",
    })
    void theCodeCountsMoreThanTheStatus(int code, int status, String type, boolean upload, boolean send) {
        for (String body : new String[] {
            "{\"error\":{\"message\":\"m\",\"code\":" + code + "}}",
            "{\"errors\":[{\"code\":\"" + code + "\",\"title\":\"m\"}]}"
        }) {
            D360MediaException ofUpload = error(UPLOAD, status, body);
            D360MediaException ofSend = error(SEND, status, body);

            assertThat(ofUpload.getClass().getSimpleName()).isEqualTo(type);
            assertThat(ofSend.getClass().getSimpleName()).isEqualTo(type);
            assertThat(ofUpload.isRetryable()).isEqualTo(upload);
            assertThat(ofSend.isRetryable()).isEqualTo(send);
            assertThat(ofSend.getCode()).isEqualTo(code);
        }
    }

    @Test
    void readsEveryShape() {
        assertDetails(
                "{\"error\":{\"message\":\"(#131009) Wrong\",\"code\":131009,\"fbtrace_id\":\"Tr4ce\","
                        + "\"error_data\":{\"details\":\"caption\"}}}",
                "(#131009) Wrong: caption");
        assertDetails("{\"error\":\"not today\"}", "not today");
        assertDetails("{\"message\":\"conflict\"}", "conflict");
        assertDetails("{\"meta\":{\"success\":false,\"http_code\":555,\"developer_message\":\"Stack\"}}", "Stack");
        assertDetails("{\"meta\":{\"httpCode\":403,\"developerMessage\":\"blocked\",\"success\":false}}", "blocked");
        assertDetails(
                "{\"errors\":[{\"code\":1008,\"title\":\"Missing\",\"details\":\"to\"}],\"meta\":{}}", "Missing: to");
        assertDetails("<html>503</html>", null);
        assertThat(error(SEND, 400, "{\"error\":{\"fbtrace_id\":\"Tr4ce\"}}").getTraceId())
                .isEqualTo("Tr4ce");
    }

    @Test
    void refusedKeyThoughTheBodySaysNotFound() {
        String body = "{\"meta\":{\"httpCode\":404,\"developerMessage\":\"Invalid api_key or token expired\"}}";
        assertThat(error(GET, 401, body)).isExactlyInstanceOf(AuthenticationException.class);
    }

    @Test
    void gatewaysRateLimitComesAs400() {
        Map<String, Integer> seconds = Map.of(
                "You have exceeded the limit of 1 request every 5 seconds. Try again later.", 5,
                "Endpoint rate limit exceeded", 1);
        seconds.forEach((words, wait) -> {
            D360MediaException error = error(SEND, 400, "{\"meta\":{\"developerMessage\":\"" + words + "\"}}");

            assertThat(error).isExactlyInstanceOf(RateLimitException.class);
            assertThat(((RateLimitException) error).getRetryAt()).isEqualTo(NOW.plusSeconds(wait));
        });
    }

    @Test
    void wordsAboutLimitsBesideACodeAreNoRateLimit() {
        String body =
                "{\"error\":{\"message\":\"file exceeded the limit of one request, rate limit\",\"code\":131053}}";
        assertThat(error(SEND, 400, body)).isExactlyInstanceOf(RequestRefusedException.class);
    }

    @Test
    void retryAfterSaysWhen() {
        ApiAnswer.Headers headers = new ApiAnswer.Headers(null, null, "120", null);
        ApiAnswer answer = new ApiAnswer(429, headers, new byte[0], null, null);

        D360MediaException error = ApiErrors.in(answer, SEND, KEY, 1, NOW);

        assertThat(((RateLimitException) error).getRetryAt()).isEqualTo(NOW.plus(Duration.ofMinutes(2)));
    }

    @Test
    void unknownMediaOfV2IsMissing() {
        String unknown = "{\"error\":{\"message\":\"Unsupported get request\",\"code\":100,\"error_subcode\":33}}";
        String badId = "{\"error\":{\"message\":\"(#100) Param image.id is not a valid whatsapp business account media"
                + " attachment ID\",\"code\":100}}";

        assertThat(error(GET, 400, unknown)).isExactlyInstanceOf(MediaNotFoundException.class);
        assertThat(error(DELETE, 400, unknown)).isExactlyInstanceOf(MediaNotFoundException.class);
        assertThat(error(SEND, 400, badId)).isExactlyInstanceOf(MediaNotFoundException.class);
    }

    @Test
    void successIsNoError() {
        assertThat(error(SEND, 200, "{\"messages\":[{\"id\":\"1\"}],\"errors\":[]}"))
                .isNull();
        assertThat(error(UPLOAD, 201, "<html>")).isNull();
        assertThat(error(DELETE, 204, "")).isNull();
    }

    private static void assertDetails(String body, String details) {
        assertThat(error(SEND, 403, body).getDetails()).isEqualTo(details);
    }

    private static D360MediaException error(ApiCall<?> call, int status, String body) {
        ApiAnswer answer = new ApiAnswer(status, ApiAnswer.Headers.NONE, body.getBytes(UTF_8), null, null);
        return ApiErrors.in(answer, call, KEY, 1, NOW);
    }
}
