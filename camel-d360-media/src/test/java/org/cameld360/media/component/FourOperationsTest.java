package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.SentMessage;
import org.cameld360.media.UploadedMedia;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.ReceivedMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FourOperationsTest extends SimulatedRoutes {

    @ParameterizedTest
    @EnumSource
    void uploadsThenGetsTheSameBytesThenDeletes(ApiVersion version) throws Exception {
        File photo = sample("photo.jpg").toFile();

        UploadedMedia uploaded = template.requestBody("direct:upload" + version, photo, UploadedMedia.class);

        assertThat(uploaded.type()).isEqualTo("image");
        assertThat(uploaded.contentType()).isEqualTo("image/jpeg");
        assertThat(uploaded.fileName()).isEqualTo("photo.jpg");
        assertThat(uploaded.size()).isEqualTo(photo.length());
        assertThat(simulator().media(uploaded.id()).orElseThrow().sha256()).isEqualTo(uploaded.sha256());

        Message got = template.request(
                        "direct:get" + version, e -> e.getMessage().setHeader("CamelD360MediaId", uploaded.id()))
                .getMessage();
        assertThat(got.getBody(byte[].class)).isEqualTo(Files.readAllBytes(photo.toPath()));
        assertThat(got.getHeader("CamelD360MediaSha256")).isEqualTo(uploaded.sha256());
        assertThat(got.getHeader("CamelD360MediaSize")).isEqualTo(photo.length());
        assertThat(got.getHeader("CamelD360MediaContentType")).isEqualTo("image/jpeg");

        Exchange deleted = template.request("direct:delete" + version, e -> {
            e.getMessage().setHeader("CamelD360MediaId", uploaded.id());
            e.getMessage().setBody("unchanged");
        });
        assertThat(deleted.getException()).isNull();
        assertThat(deleted.getMessage().getBody()).isEqualTo("unchanged");
        assertThat(simulator().media(uploaded.id())).isEmpty();

        Exchange gone = template.request(
                "direct:get" + version, e -> e.getMessage().setHeader("CamelD360MediaId", uploaded.id()));
        assertThat(gone.getException()).isInstanceOf(MediaNotFoundException.class);
    }

    @ParameterizedTest
    @EnumSource
    void sendsMediaFromTheBodyWithItsCaption(ApiVersion version) {
        Exchange sent = template.request("direct:send" + version, e -> {
            e.getMessage().setBody(sample("photo.jpg").toFile());
            e.getMessage().setHeader("CamelD360MediaTo", "0049151234567");
            e.getMessage().setHeader("CamelD360MediaCaption", "The view");
        });

        assertThat(sent.getException()).isNull();
        SentMessage message = sent.getMessage().getBody(SentMessage.class);
        ReceivedMessage received = simulator().messages().get(0);
        assertThat(received.id()).isEqualTo(message.messageId());
        assertThat(received.caption()).isEqualTo("The view");
        assertThat(received.type()).isEqualTo("image");
        assertThat(received.to()).endsWith("49151234567");
        assertThat(message.to()).isEqualTo("49151234567");
        assertThat(sent.getMessage().getHeader("CamelD360MediaMessageId")).isEqualTo(message.messageId());
        assertThat(sent.getMessage().getBody(String.class)).isEqualTo(message.messageId());
        assertThat(sent.getMessage().getBody(Map.class)).containsEntry("mediaId", message.mediaId());
    }

    @ParameterizedTest
    @EnumSource
    void sendsWhatWasUploadedBefore(ApiVersion version) {
        Object body = template.requestBody("direct:chain" + version, sample("invoice.pdf"));

        assertThat(body).isInstanceOf(SentMessage.class);
        assertThat(simulator().allMedia()).hasSize(1);
        ReceivedMessage received = simulator().messages().get(0);
        assertThat(received.type()).isEqualTo("document");
        assertThat(received.fileName()).isEqualTo("invoice.pdf");
        assertThat(received.mediaId()).isEqualTo(((SentMessage) body).mediaId());
    }
}
