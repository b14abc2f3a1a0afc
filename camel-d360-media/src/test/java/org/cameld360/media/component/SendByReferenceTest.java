package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.SentMessage;
import org.cameld360.media.UploadedMedia;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.ReceivedMessage;
import org.cameld360.simulator.StoredMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sending by an id or a link, and which of several candidates goes. */
class SendByReferenceTest extends SimulatedRoutes {

    @Override
    protected RoutesBuilder[] createRouteBuilders() {
        return new RoutesBuilder[] {
            createRouteBuilder(),
            new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:uploadThenOther")
                            .to("d360-media:upload")
                            .process(e -> e.getMessage().setBody(sample("invoice.pdf")))
                            .to("d360-media:send?to=49151234567");
                    from("direct:uploadThenText")
                            .to("d360-media:upload")
                            .convertBodyTo(String.class)
                            .to("d360-media:send?to=49151234567");
                    from("direct:sendThenOther")
                            .to("d360-media:send?to=49151234567")
                            .process(e -> e.getMessage().setBody(sample("invoice.pdf")))
                            .to("d360-media:send?to=49151234567");
                    from("direct:sendThenForward")
                            .to("d360-media:send?to=49151234567")
                            .to("d360-media:send?to=49151234568");
                    from("direct:uploadSendThenOther")
                            .to("d360-media:upload")
                            .to("d360-media:send?to=49151234567")
                            .process(e -> e.getMessage().setBody(sample("invoice.pdf")))
                            .to("d360-media:send?to=49151234567");
                    from("direct:uploadThenMap")
                            .to("d360-media:upload")
                            .convertBodyTo(java.util.Map.class)
                            .to("d360-media:send?to=49151234567");
                    from("direct:uploadThenGet")
                            .to("d360-media:upload")
                            .setBody(constant("hi there"))
                            .to("d360-media:get");
                    from("direct:sendThenLink")
                            .to("d360-media:send?to=49151234567")
                            .to("d360-media:send?to=49151234567&link=https://example.org/plan.pdf");
                    from("direct:getThenBytes")
                            .to("d360-media:get")
                            .convertBodyTo(byte[].class)
                            .to("d360-media:send?to=49151234567");
                    from("direct:getThenSend")
                            .to("d360-media:get")
                            .removeHeader("CamelD360MediaId")
                            .to("d360-v2:send?to=49151234567");
                }
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void byAnIdThatIsKnownFromElsewhere(ApiVersion version) {
        UploadedMedia uploaded =
                template.requestBody("direct:upload" + version, sample("photo.jpg"), UploadedMedia.class);

        SentMessage sent = template.requestBodyAndHeaders(
                "direct:send" + version,
                "a body that is not sent",
                Map.of(
                        "CamelD360MediaId",
                        uploaded.id(),
                        "CamelD360MediaType",
                        "image",
                        "CamelD360MediaTo",
                        "49151234567"),
                SentMessage.class);

        assertThat(sent.mediaId()).isEqualTo(uploaded.id());
        assertThat(simulator().allMedia()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void byALinkWithTypeAndNameSeenFromIt(ApiVersion version) {
        SentMessage sent = template.requestBodyAndHeaders(
                "direct:send" + version,
                null,
                Map.of("CamelD360MediaLink", "https://example.org/a/plan.pdf?v=2", "CamelD360MediaTo", "49151234567"),
                SentMessage.class);

        ReceivedMessage received = simulator().messages().get(0);
        assertThat(sent.type()).isEqualTo("document");
        assertThat(received.link()).isEqualTo("https://example.org/a/plan.pdf?v=2");
        assertThat(received.fileName()).isEqualTo("plan.pdf");
        assertThat(received.mediaId()).isNull();
    }

    @Test
    void newMediaGoesWhereTheIdIsOnlyWhatAnEarlierUploadLeft() throws Exception {
        SentMessage sent = template.requestBody("direct:uploadThenOther", sample("photo.jpg"), SentMessage.class);

        StoredMedia gone = simulator().media(sent.mediaId()).orElseThrow();
        assertThat(gone.sha256()).isEqualTo(BodySourcesTest.sha256(sample("invoice.pdf")));
        assertThat(sent.type()).isEqualTo("document");
        assertThat(sent.fileName()).isEqualTo("invoice.pdf");
        assertThat(gone.contentType()).isEqualTo("application/pdf");
    }

    @Test
    void theUploadedIdStaysWhereTheBodyOnlyReadsAsText() {
        template.requestBody("direct:uploadThenText", sample("photo.jpg"));

        assertThat(simulator().allMedia()).hasSize(1);
        assertThat(simulator().messages()).extracting(ReceivedMessage::type).containsExactly("image");
    }

    @Test
    void aSecondSendOfOtherMediaSendsTheOtherMedia() {
        template.requestBody("direct:sendThenOther", sample("photo.jpg"));

        assertThat(simulator().messages()).extracting(ReceivedMessage::type).containsExactly("image", "document");
        assertThat(simulator().messages().get(1).fileName()).isEqualTo("invoice.pdf");
    }

    @Test
    void whatWasSentGoesOnToSomebodyElseByItsIdAndUnderItsName() {
        template.requestBody("direct:sendThenForward", sample("invoice.pdf"));

        assertThat(simulator().allMedia()).hasSize(1);
        assertThat(simulator().messages())
                .extracting(ReceivedMessage::fileName)
                .containsExactly("invoice.pdf", "invoice.pdf");
    }

    @Test
    void whatTwoOperationsLeftIsStaleTogether() {
        template.requestBody("direct:uploadSendThenOther", sample("photo.jpg"));

        assertThat(simulator().messages()).extracting(ReceivedMessage::type).containsExactly("image", "document");
    }

    @Test
    void theUploadedIdStaysWhereTheBodyReadsAsAMap() {
        template.requestBody("direct:uploadThenMap", sample("photo.jpg"));

        assertThat(simulator().messages()).extracting(ReceivedMessage::type).containsExactly("image");
    }

    @Test
    void getTakesTheIdOfAnUploadWhateverTheBodyIs() {
        Exchange got =
                template.request("direct:uploadThenGet", e -> e.getMessage().setBody(sample("photo.jpg")));

        assertThat(got.getException()).isNull();
        assertThat(got.getMessage().getHeader("CamelD360MediaContentType")).isEqualTo("image/jpeg");
    }

    @Test
    void aLinkGoesWhereTheIdIsOnlyWhatAnEarlierSendLeft() {
        template.requestBody("direct:sendThenLink", sample("photo.jpg"));

        assertThat(simulator().messages().get(1).link()).isEqualTo("https://example.org/plan.pdf");
    }

    @Test
    void whatWasGotIsStillThatAfterAConversion() {
        UploadedMedia uploaded = template.requestBody("direct:uploadV1", sample("table.csv"), UploadedMedia.class);

        Exchange sent = template.request(
                "direct:getThenBytes", e -> e.getMessage().setHeader("CamelD360MediaId", uploaded.id()));

        assertThat(sent.getMessage().getBody(SentMessage.class).mediaId()).isEqualTo(uploaded.id());
        assertThat(sent.getMessage().getBody(SentMessage.class).type()).isEqualTo("document");
    }

    @Test
    void whatWasGotFromOneNumberGoesOutOverAnotherUnderItsName() throws Exception {
        UploadedMedia uploaded = template.requestBody("direct:uploadV1", sample("invoice.pdf"), UploadedMedia.class);

        Exchange sent = template.request(
                "direct:getThenSend", e -> e.getMessage().setHeader("CamelD360MediaId", uploaded.id()));

        assertThat(sent.getException()).isNull();
        SentMessage message = sent.getMessage().getBody(SentMessage.class);
        assertThat(simulator().media(message.mediaId()).orElseThrow().sha256())
                .isEqualTo(BodySourcesTest.sha256(sample("invoice.pdf")));
        assertThat(message.fileName()).isEqualTo(uploaded.id() + ".pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "..", "a?b", "a b", "a\nb", "a%2Fb", "ä", "../../messages"})
    void anIdThatIsNoneIsRefusedAndNoRequestLeaves(String id) {
        for (ApiVersion version : ApiVersion.values()) {
            for (String operation : new String[] {"get", "delete", "send"}) {
                Exchange refused = template.request("direct:" + operation + version, e -> {
                    e.getMessage().setHeader("CamelD360MediaId", id);
                    e.getMessage().setHeader("CamelD360MediaType", "image");
                    e.getMessage().setHeader("CamelD360MediaTo", "49151234567");
                });
                assertThat(refused.getException())
                        .isInstanceOf(MediaRejectedException.class)
                        .hasMessageContaining("media id")
                        .hasMessageNotContaining("\n");
            }
        }
        assertThat(simulator().calls()).isEmpty();
    }

    @Test
    void anIdWhoseTypeNobodyKnowsIsRefusedWithAdvice() {
        Exchange refused = template.request("d360-media:send?mediaId=abc&to=49151234567", e -> e.getMessage()
                .setBody(null));

        assertThat(refused.getException())
                .isInstanceOf(MediaRejectedException.class)
                .hasMessageContaining("mediaType");
    }

    @Test
    void anIdTogetherWithALinkIsRefused() {
        Exchange refused = template.request(
                "d360-media:send?mediaId=abc&mediaType=image&link=https://example.org/x.jpg&to=49151234567", e -> {});

        assertThat(refused.getException())
                .isInstanceOf(MediaRejectedException.class)
                .hasMessageContaining("one of them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/x.jpg",
                "x.jpg",
                "http:///x.jpg",
                "https://user:pw@example.org/x.jpg",
                "https://example.org/a b.jpg"
            })
    void aLinkThatIsNoneIsRefusedAndNotShown(String link) {
        Exchange refused = template.request("direct:sendV2", e -> {
            e.getMessage().setHeader("CamelD360MediaLink", link);
            e.getMessage().setHeader("CamelD360MediaTo", "49151234567");
        });
        assertThat(refused.getException())
                .isInstanceOf(MediaRejectedException.class)
                .hasMessageNotContaining("example.org");
    }

    @ParameterizedTest
    @EnumSource
    void anIdThatIsUnknownThereSaysSo(ApiVersion version) {
        Exchange refused = template.request("direct:send" + version, e -> {
            e.getMessage().setHeader("CamelD360MediaId", "1234567890123456");
            e.getMessage().setHeader("CamelD360MediaType", "image");
            e.getMessage().setHeader("CamelD360MediaTo", "49151234567");
        });
        assertThat(refused.getException())
                .isInstanceOf(MediaNotFoundException.class)
                .hasMessageContaining("Upload it again");
        assertThat(simulator().messages()).isEmpty();
    }

    @Test
    void tempFilesAreGoneWhenTheContextHasStopped() throws Exception {
        UploadedMedia uploaded = template.requestBody("direct:uploadV1", sample("photo.jpg"), UploadedMedia.class);
        java.io.File file = template.requestBodyAndHeader(
                "direct:getV1", null, "CamelD360MediaId", uploaded.id(), java.io.File.class);
        assertThat(file).exists();

        context.stop();

        assertThat(Files.exists(file.toPath())).isFalse();
    }
}
