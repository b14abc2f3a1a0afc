package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.PartsFailedException;
import org.cameld360.media.SendReport;
import org.cameld360.media.SentMessage;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.ReceivedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeveralPartsTest extends SimulatedRoutes {

    @ParameterizedTest
    @EnumSource
    void everyAttachmentBecomesAMessageInOrderAndTheFirstThatMayCarriesTheCaption(ApiVersion version) {
        Exchange sent = send(version, "49151234567", "For you", "voice-opus-mono.ogg", "photo.jpg", "invoice.pdf");

        assertThat(sent.getException()).isNull();
        SendReport report = sent.getMessage().getBody(SendReport.class);
        assertThat(report.isComplete()).isTrue();
        assertThat(report.rows())
                .extracting(SendReport.Row::fileName)
                .containsExactly("voice-opus-mono.ogg", "photo.jpg", "invoice.pdf");
        assertThat(simulator().messages())
                .extracting(ReceivedMessage::type)
                .containsExactly("audio", "image", "document");
        assertThat(simulator().messages()).extracting(ReceivedMessage::caption).containsExactly(null, "For you", null);
    }

    @ParameterizedTest
    @EnumSource
    void oneUploadServesAllRecipientsAndEachGetsItOnce(ApiVersion version) {
        Exchange sent = template.request("direct:send" + version, e -> {
            e.getMessage().setBody(sample("photo.jpg").toFile());
            e.getMessage().setHeader("CamelD360MediaTo", "49151234567, +49 151 234568,0049151234567");
        });

        assertThat(simulator().allMedia()).hasSize(1);
        assertThat(simulator().messages()).hasSize(2);
        assertThat(sent.getMessage().getBody(SendReport.class).rows())
                .extracting(SendReport.Row::to)
                .containsExactly("49151234567", "49151234568");
    }

    @Test
    void aRefusedPartDoesNotStopTheOthersAndTheExceptionHoldsTheReport() {
        Exchange sent = send(ApiVersion.V2, "49151234567", null, "photo.jpg", "audio.wav", "invoice.pdf");

        assertThat(sent.getException()).isInstanceOf(PartsFailedException.class).hasMessageContaining("1 of 3");
        SendReport report = ((PartsFailedException) sent.getException()).getReport();
        assertThat(report.rows()).extracting(SendReport.Row::isSent).containsExactly(true, false, true);
        assertThat(report.rows().get(1).reason()).contains("audio.wav").contains("audio/wav");
        assertThat(simulator().messages()).hasSize(2);
    }

    @Test
    void aCaptionThatNoPartMayCarryIsAnErrorBeforeAnythingIsSent() {
        Exchange sent = send(ApiVersion.V1, "49151234567", "For you", "audio.mp3", "sticker.webp");

        assertThat(sent.getException())
                .isInstanceOf(MediaRejectedException.class)
                .hasMessageContaining("None of the 2 parts");
        assertThat(simulator().calls()).isEmpty();
    }

    @Test
    void oneAttachmentGivesASentMessage() {
        Exchange sent = send(ApiVersion.V2, "49151234567", "For you", "photo.jpg");

        assertThat(sent.getMessage().getBody()).isInstanceOf(SentMessage.class);
    }

    @Test
    void attachmentsNoneSendsTheBodyAndOnlyRefusesABody() {
        Exchange body = template.request("d360-media:send?attachments=none&to=49151234567", e -> {
            e.getMessage().setBody(sample("photo.jpg").toFile());
            attach(e, "invoice.pdf");
        });
        assertThat(body.getMessage().getBody(SentMessage.class).type()).isEqualTo("image");

        Exchange only = template.request("d360-media:send?attachments=only&to=49151234567", e -> e.getMessage()
                .setBody(sample("photo.jpg").toFile()));
        assertThat(only.getException())
                .isInstanceOf(MediaRejectedException.class)
                .hasMessageContaining("attachments");
    }

    private Exchange send(ApiVersion version, String to, String caption, String... samples) {
        return template.request("direct:send" + version, e -> {
            e.getMessage().setBody("the text of the mail");
            e.getMessage().setHeader("CamelD360MediaTo", to);
            if (caption != null) {
                e.getMessage().setHeader("CamelD360MediaCaption", caption);
            }
            attach(e, samples);
        });
    }

    private static void attach(Exchange exchange, String... samples) {
        AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
        for (String name : samples) {
            message.addAttachment(
                    name, new DataHandler(new FileDataSource(sample(name).toFile())));
        }
    }
}
