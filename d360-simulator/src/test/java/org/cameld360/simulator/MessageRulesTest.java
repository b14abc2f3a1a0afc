package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.cameld360.simulator.Client.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that both versions have, each with its own code. */
@ExtendWith(D360SimulatorExtension.class)
class MessageRulesTest {

    private final D360Simulator simulator;

    MessageRulesTest(D360Simulator simulator) {
        this.simulator = simulator;
    }

    static Stream<Arguments> broken() {
        String link = "\"link\":\"https://example.org/a\"";
        return Stream.of(
                Arguments.of("image", "{'id':'1'," + link + "}", "id-and-link", 1010, 131009),
                Arguments.of("image", "{}", "neither-id-nor-link", 1008, 131008),
                Arguments.of("image", "{'caption':'x'}", "neither-id-nor-link", 1008, 131008),
                Arguments.of("image", "{'id':''}", "parameter-wrong", 1009, 131009),
                Arguments.of("image", "{'id':17}", "parameter-wrong", 1009, 131009),
                Arguments.of("image", "'1'", "parameter-wrong", 1009, 131009),
                Arguments.of("audio", "{" + link + ",'caption':'x'}", "caption-not-allowed", 1010, 131009),
                Arguments.of("sticker", "{" + link + ",'caption':'x'}", "caption-not-allowed", 1010, 131009),
                Arguments.of("image", "{" + link + ",'filename':'x'}", "filename-not-allowed", 1010, 131009),
                Arguments.of("video", "{" + link + ",'filename':'x'}", "filename-not-allowed", 1010, 131009),
                Arguments.of("audio", "{" + link + ",'filename':'x'}", "filename-not-allowed", 1010, 131009),
                Arguments.of("image", "{" + link + ",'voice':true}", "voice-not-allowed", 1010, 131009),
                Arguments.of("document", "{" + link + ",'voice':false}", "voice-not-allowed", 1010, 131009),
                Arguments.of("image", "{" + link + ",'caption':''}", "parameter-wrong", 1009, 131009),
                Arguments.of("image", "{" + link + ",'caption':7}", "parameter-wrong", 1009, 131009),
                Arguments.of(
                        "image",
                        "{" + link + ",'caption':'" + "x".repeat(1_025) + "'}",
                        "caption-too-long",
                        1009,
                        131009),
                Arguments.of("image", "{" + link + ",'url':'x'}", "parameter-unknown", 1010, 100),
                Arguments.of("image", "{'link':'ftp://example.org/a'}", "link-wrong", 1009, 100),
                Arguments.of("image", "{'link':'https:///a'}", "link-wrong", 1009, 100),
                Arguments.of("image", "{'link':'example.org/a b'}", "link-wrong", 1009, 100),
                Arguments.of("text", "{}", "text-missing", 1008, 131008),
                Arguments.of("text", "{'text':'x'}", "parameter-unknown", 1010, 100),
                Arguments.of("gif", "{" + link + "}", "type-unknown", 1009, 131051),
                Arguments.of("Image", "{" + link + "}", "type-unknown", 1009, 131051));
    }

    @ParameterizedTest(name = "{2}: {0} {1}")
    @MethodSource("broken")
    void refusesBrokenObjects(String type, String object, String rule, int v1Code, int v2Code) {
        String rest =
                "\"to\":\"4915112345678\",\"type\":\"" + type + "\",\"" + type + "\":" + object.replace('\'', '"');

        assertRefused(v1("{" + rest + "}"), rule, v1Code);
        assertRefused(v2("{\"messaging_product\":\"whatsapp\"," + rest + "}"), rule, v2Code);
    }

    static Stream<Arguments> brokenEnvelopes() {
        String image = "'type':'image','image':{'link':'https://example.org/a'}";
        String to = "'to':'4915112345678',";
        return Stream.of(
                Arguments.of(image, "recipient-missing", 1008, 131008),
                Arguments.of("'to':'nobody'," + image, "recipient-wrong", 1013, 131009),
                Arguments.of("'to':'49 151 x'," + image, "recipient-wrong", 1013, 131009),
                Arguments.of("'to':'1234'," + image, "recipient-wrong", 1013, 131009),
                Arguments.of("'to':'1234567890123456'," + image, "recipient-wrong", 1013, 131009),
                Arguments.of("'to':'++4915112345678'," + image, "recipient-wrong", 1013, 131009),
                Arguments.of("'to':4915112345678," + image, "parameter-wrong", 1009, 131009),
                Arguments.of("'recipient_type':'group'," + to + image, "recipient-type-wrong", 1002, 131009),
                Arguments.of(to + "'image':{'link':'https://example.org/a'}", "type-missing", 1008, 131008),
                Arguments.of(to + "'type':'image'", "object-missing", 1008, 131008),
                Arguments.of(
                        to + "'type':'image','video':{'link':'https://example.org/a'}", "parameter-unknown", 1010, 100),
                Arguments.of(to + image + ",'video':{}", "parameter-unknown", 1010, 100),
                Arguments.of(to + image + ",'caption':'x'", "parameter-unknown", 1010, 100),
                Arguments.of(to + image + ",'context':{}", "parameter-wrong", 1009, 131009),
                Arguments.of(to + image + ",'context':{'id':'x'}", "parameter-unknown", 1010, 100));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("brokenEnvelopes")
    void refusesBrokenEnvelopes(String envelope, String rule, int v1Code, int v2Code) {
        String rest = envelope.replace('\'', '"');

        assertRefused(v1("{" + rest + "}"), rule, v1Code);
        assertRefused(v2("{\"messaging_product\":\"whatsapp\"," + rest + "}"), rule, v2Code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "[]", "{", "{\"to\":\"1\",\"to\":\"2\"}", "{} {}", "{'a':1}", "{\"a\":1,}", "{/* */}"})
    void refusesWhatIsNoJsonObject(String body) {
        assertRefused(v1(body), "json-malformed", 1025);
        assertRefused(v2(body), "json-malformed", 100);
    }

    @Test
    void refusesJsonThatIsNotDeclaredAsSuch() {
        for (String contentType : List.of("", "text/plain", "application/x-www-form-urlencoded")) {
            assertRefused(client(ApiVersion.V1).post("/messages", contentType, new byte[2]), "json-type-missing", 1025);
            assertRefused(client(ApiVersion.V2).post("/messages", contentType, new byte[2]), "json-type-missing", 100);
        }
    }

    @ParameterizedTest
    @EnumSource(ApiVersion.class)
    void takesACaptionOf1024Characters(ApiVersion version) {
        String product = version == ApiVersion.V2 ? "\"messaging_product\":\"whatsapp\"," : "";
        Reply reply = client(version)
                .postJson(
                        "/messages",
                        "{" + product + "\"to\":\"4915112345678\",\"type\":\"image\",\"image\":"
                                + "{\"link\":\"https://example.org/a\",\"caption\":\"" + "ü".repeat(1_024) + "\"}}");

        assertThat(reply.status()).isBetween(200, 201);
        assertThat(simulator.messages()).singleElement().satisfies(message -> assertThat(message.caption())
                .hasSize(1_024));
    }

    private Client client(ApiVersion version) {
        return new Client(simulator, version);
    }

    private Reply v1(String json) {
        return client(ApiVersion.V1).postJson("/messages", json);
    }

    private Reply v2(String json) {
        return client(ApiVersion.V2).postJson("/messages", json);
    }

    private void assertRefused(Reply reply, String rule, int code) {
        assertThat(simulator.calls()).last().extracting(RecordedCall::refusal).isEqualTo(rule);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json()
                        .at("/errors/0/code")
                        .asInt(reply.json().at("/error/code").asInt()))
                .isEqualTo(code);
        assertThat(simulator.messages()).isEmpty();
    }
}
