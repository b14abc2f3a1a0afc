package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.RateLimitException;
import org.cameld360.media.RequestRefusedException;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.SentMessage;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.UploadedMedia;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.client.ScriptedServer.Script;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers with a success status that tell of a failure, and ids that look like something else. */
@Timeout(30)
class UnusableAnswerTest {

    private static FaultLab lab;

    @BeforeAll
    static void start() {
        lab = new FaultLab();
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    static Stream<Call> jsonCalls() {
        return Call.withJsonAnswer();
    }

    @ParameterizedTest
    @MethodSource("jsonCalls")
    void errorOfV1InASuccess(Call call) {
        Script refusal = c ->
                c.json(200, "{\"errors\":[{\"code\":1008,\"title\":\"Required parameter is missing\"}],\"meta\":{}}");
        assertFailure(call, refusal, RequestRefusedException.class, 1, "code 1008: Required parameter is missing");
    }

    @ParameterizedTest
    @MethodSource("jsonCalls")
    void errorOfV2InASuccess(Call call) {
        Script refusal = c -> c.json(200, "{\"error\":{\"message\":\"(#131009) no\",\"code\":131009}}");
        assertFailure(call, refusal, RequestRefusedException.class, 1, "code 131009");
    }

    @ParameterizedTest
    @MethodSource("jsonCalls")
    void rateLimitInASuccessIsRepeated(Call call) {
        Script first = c -> c.readBody()
                .write("HTTP/1.1 200 OK\r\nRetry-After: 0\r\nContent-Length: 26\r\n\r\n{\"errors\":[{\"code\":1015}]}");
        assertFailure(call, first, RateLimitException.class, 2, "code 1015");
    }

    @ParameterizedTest
    @EnumSource(names = {"SEND_V1", "SEND_V2"})
    void errorTogetherWithAMessageIdIsInDoubt(Call call) {
        Script both = c -> c.json(200, "{\"messages\":[{\"id\":\"w\"}],\"errors\":[{\"code\":1015}]}");
        assertFailure(call, both, SendInDoubtException.class, 1, "an error and a message id");
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOAD_V1", "UPLOAD_V2", "SEND_V1", "SEND_V2"})
    void readsAnIdThatIsANumberBeyondDoublesExactly(Call call) {
        String number = "27251809591111687";
        String json = call.goodAnswer().replaceAll("\"id\":\"[^\"]*\"", "\"id\":" + number);
        try (ScriptedServer server = ScriptedServer.start(c -> c.json(201, json))) {
            Ending ending = lab.start(call.uri(server.url()), call.message()).within(Duration.ofSeconds(3));

            assertThat(ending.failure()).isNull();
            Object body = ending.exchange().getMessage().getBody();
            String id = body instanceof UploadedMedia media ? media.id() : ((SentMessage) body).messageId();
            assertThat(id).isEqualTo(number);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\nb", "a\\u001b[31mb", "a\\u202eb", "a b", "\\u0000", "\u00fcber"})
    void anIdThatCouldBreakALineIsNone(String id) {
        for (Call call : List.of(Call.UPLOAD_V1, Call.UPLOAD_V2)) {
            String json = "{\"id\":\"" + id + "\",\"media\":[{\"id\":\"" + id + "\"}]}";
            assertFailure(call, c -> c.json(200, json), ServiceUnavailableException.class, 2, "it held no media id");
        }
        for (Call call : List.of(Call.SEND_V1, Call.SEND_V2)) {
            String json = "{\"messages\":[{\"id\":\"" + id + "\"}]}";
            assertFailure(call, c -> c.json(200, json), SendInDoubtException.class, 1, "it held no message id");
        }
    }

    @Test
    void anIdWithoutEndIsNone() {
        String json = "{\"messages\":[{\"id\":\"" + "w".repeat(900_000) + "\"}]}";
        assertFailure(Call.SEND_V1, c -> c.json(200, json), SendInDoubtException.class, 1, "it held no message id");
    }

    private static void assertFailure(
            Call call, Script script, Class<? extends D360MediaException> type, int requests, String words) {
        try (ScriptedServer server = ScriptedServer.start(call.meeting(script))) {
            Ending ending = lab.start(call.uri(server.url()), call.message()).within(Duration.ofSeconds(5));

            assertThat(ending.failure()).isExactlyInstanceOf(type).hasMessageContaining(words);
            assertThat(server.requests().stream().filter(call::concerns)).hasSize(requests);
            lab.assertNothingLeaks();
            assertThat(ending.times()).isEqualTo(1);
        }
    }
}
