package org.cameld360.media.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.SentMessage;
import org.cameld360.media.UploadedMedia;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.D360SimulatorExtension;
import org.cameld360.simulator.ReceivedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each Kamelet does in Camel Main what its operation does, on both generations. */
@ExtendWith(D360SimulatorExtension.class)
class KameletsInCamelMainIT {

    private static final Path PHOTO = Running.sample("photo.jpg");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void sendSinkSendsTheBody(ApiVersion version, D360Simulator simulator) throws Exception {
        try (Running running = new Running(folder, Running.to(simulator, version), """
                - from:
                    uri: direct:in
                    steps:
                      - to:
                          uri: kamelet:d360-media-send-sink
                          parameters:
                            to: "+49 151 234567"
                            caption: Here it is.
                """)) {
            running.succeed(exchange -> exchange.getMessage().setBody(PHOTO.toFile()));
        }

        ReceivedMessage message = simulator.messages().get(0);
        assertThat(simulator.messages()).hasSize(1);
        assertThat(message.apiVersion()).isEqualTo(version);
        assertThat(message.to()).endsWith("49151234567");
        assertThat(message.type()).isEqualTo("image");
        assertThat(message.caption()).isEqualTo("Here it is.");
        assertThat(simulator.media(message.mediaId()).orElseThrow().file()).hasSameBinaryContentAs(PHOTO);
    }

    @ParameterizedTest
    @EnumSource
    void sendActionGoesOnWithWhatWasSent(ApiVersion version, D360Simulator simulator) throws Exception {
        Exchange exchange;
        try (Running running = new Running(folder, Running.to(simulator, version), """
                - from:
                    uri: direct:in
                    steps:
                      - kamelet:
                          name: d360-media-send-action
                          parameters:
                            to: 49151234567,49151234568
                            mediaType: document
                            fileName: "RAW(invoice of May & June.pdf)"
                            contentType: application/pdf
                      - setHeader:
                          name: went
                          simple: "${body.rows.size}"
                """)) {
            exchange = running.succeed(
                    in -> in.getMessage().setBody(Running.sample("invoice.pdf").toFile()));
        }

        assertThat(exchange.getMessage().getHeader("went", String.class)).isEqualTo("2");
        assertThat(simulator.messages()).hasSize(2).allSatisfy(message -> {
            assertThat(message.type()).isEqualTo("document");
            assertThat(message.fileName()).isEqualTo("invoice of May & June.pdf");
        });
        assertThat(simulator.allMedia()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void uploadGetAndDeleteFollowTheMediaId(ApiVersion version, D360Simulator simulator) throws Exception {
        Exchange exchange;
        try (Running running =
                new Running(folder, Running.to(simulator, version), """
                - from:
                    uri: direct:in
                    steps:
                      - to: kamelet:d360-media-upload-action
                      - setProperty:
                          name: uploaded
                          simple: ${body}
                      - to:
                          uri: kamelet:d360-media-get-action
                          parameters:
                            saveTo: %s
                            maxSize: 100000
                      - setProperty:
                          name: got
                          simple: ${body}
                      - to: kamelet:d360-media-delete-action
                      - to:
                          uri: kamelet:d360-media-delete-action
                          parameters:
                            ignoreMissing: true
                """.formatted(folder.resolve("downloads")))) {
            exchange = running.succeed(in -> in.getMessage().setBody(PHOTO.toFile()));
        }

        assertThat(exchange.getProperty("uploaded")).isInstanceOf(UploadedMedia.class);
        assertThat(((File) exchange.getProperty("got")).toPath())
                .hasParent(folder.resolve("downloads"))
                .hasSameBinaryContentAs(PHOTO);
        assertThat(simulator.allMedia()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUploadedIsSentByItsId(ApiVersion version, D360Simulator simulator) throws Exception {
        Exchange exchange;
        try (Running running = new Running(folder, Running.to(simulator, version), """
                - from:
                    uri: direct:in
                    steps:
                      - to: kamelet:d360-media-upload-action
                      - to: kamelet:d360-media-send-action?to=49151234567
                """)) {
            exchange = running.succeed(in -> in.getMessage().setBody(PHOTO.toFile()));
        }

        assertThat(exchange.getMessage().getBody()).isInstanceOf(SentMessage.class);
        assertThat(simulator.allMedia()).hasSize(1);
        assertThat(simulator.messages()).hasSize(1);
    }

    /** Every property that is set on the Kamelet arrives where it belongs. */
    @Test
    void sendSinkPassesEveryDetailOn(D360Simulator simulator) throws Exception {
        Map<String, String> properties = Map.of(
                "camel.kamelet.d360-media-send-sink.apiKey", simulator.apiKey(),
                "camel.kamelet.d360-media-send-sink.apiVersion", "v2",
                "camel.kamelet.d360-media-send-sink.baseUrl", simulator.baseUrl(ApiVersion.V2),
                "camel.kamelet.d360-media-send-sink.to", "0049 151 234567",
                "camel.kamelet.d360-media-send-sink.voice", "true",
                "camel.kamelet.d360-media-send-sink.replyTo", "wamid.ABC",
                "camel.kamelet.d360-media-send-sink.callbackData", "a+b & 100%",
                "camel.kamelet.d360-media-send-sink.reuseMedia", "true");
        try (Running running = new Running(folder, properties, """
                - from:
                    uri: direct:in
                    steps:
                      - to: kamelet:d360-media-send-sink
                """)) {
            for (int i = 0; i < 2; i++) {
                running.succeed(in -> in.getMessage()
                        .setBody(Running.sample("voice-opus-mono.ogg").toFile()));
            }
        }

        assertThat(simulator.allMedia()).hasSize(1);
        assertThat(simulator.messages()).hasSize(2).allSatisfy(message -> {
            assertThat(message.voice()).isTrue();
            assertThat(message.replyTo()).isEqualTo("wamid.ABC");
            assertThat(message.callbackData()).isEqualTo("a+b & 100%");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mediaType: image        | photo.jpg        | image
            mediaType: video        | photo.jpg        | refused
            attachments: only       | photo.jpg        | refused
            attachments: none       | photo.jpg        | image
            onUnsupported: document | table.csv        | document
            validation: strict      | video-hevc-aac.mp4 | refused
            validation: warn        | video-hevc-aac.mp4 | video
            """)
    void choicesArriveToo(String parameter, String sample, String expected, D360Simulator simulator) throws Exception {
        Exchange exchange;
        try (Running running = new Running(folder, Running.to(simulator, ApiVersion.V2), """
                - from:
                    uri: direct:in
                    steps:
                      - to:
                          uri: kamelet:d360-media-send-sink
                          parameters:
                            to: 49151234567
                            %s
                """.formatted(parameter))) {
            exchange = running.send(
                    in -> in.getMessage().setBody(Running.sample(sample).toFile()));
        }

        if (expected.equals("refused")) {
            assertThat(exchange.getException()).isInstanceOf(MediaRejectedException.class);
            assertThat(simulator.messages()).isEmpty();
        } else {
            assertThat(exchange.getException()).isNull();
            assertThat(simulator.messages()).singleElement().satisfies(message -> assertThat(message.type())
                    .isEqualTo(expected));
        }
    }

    /** Header, property of the Kamelet, option of the component. */
    @Test
    void headersWinOverPropertiesOfTheKameletAndTheseOverTheComponent(D360Simulator simulator) throws Exception {
        Map<String, String> properties = new HashMap<>(Running.to(simulator, ApiVersion.V2));
        properties.put("camel.component.d360-media.file-name", "component.pdf");
        properties.put("camel.component.d360-media.callback-data", "component");
        try (Running running = new Running(folder, properties, """
                - from:
                    uri: direct:in
                    steps:
                      - to:
                          uri: kamelet:d360-media-send-sink
                          parameters:
                            to: 49151234567
                            caption: of the Kamelet
                            fileName: kamelet.pdf
                """)) {
            Path invoice = Running.sample("invoice.pdf");
            running.succeed(in -> in.getMessage().setBody(invoice.toFile()));
            running.succeed(in -> {
                in.getMessage().setBody(invoice.toFile());
                in.getMessage().setHeader("CamelD360MediaTo", "49151234568");
                in.getMessage().setHeader("CamelD360MediaCaption", "of the header");
            });
        }

        ReceivedMessage first = simulator.messages().get(0);
        ReceivedMessage second = simulator.messages().get(1);
        assertThat(first.to()).endsWith("49151234567");
        assertThat(first.caption()).isEqualTo("of the Kamelet");
        assertThat(first.fileName()).isEqualTo("kamelet.pdf");
        assertThat(first.callbackData()).isEqualTo("component");
        assertThat(second.to()).endsWith("49151234568");
        assertThat(second.caption()).isEqualTo("of the header");
    }

    @Test
    void theKeyMayComeWithEachMessage(D360Simulator simulator) throws Exception {
        Exchange exchange;
        try (Running running = new Running(folder, Running.whereIs(simulator, ApiVersion.V2), """
                - from:
                    uri: direct:in
                    steps:
                      - to:
                          uri: kamelet:d360-media-upload-action
                          parameters:
                            apiKey: header:CamelD360MediaApiKey
                """)) {
            exchange = running.succeed(in -> {
                in.getMessage().setBody(PHOTO.toFile());
                in.getMessage().setHeader("CamelD360MediaApiKey", simulator.apiKey());
            });
        }

        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey("CamelD360MediaApiKey");
        assertThat(simulator.allMedia()).hasSize(1);
    }

    @Test
    void whatIsWrongIsSaidAsTheComponentSaysIt(D360Simulator simulator) throws Exception {
        try (Running running = new Running(folder, Running.to(simulator, ApiVersion.V2), """
                - from:
                    uri: direct:in
                    steps:
                      - to:
                          uri: kamelet:d360-media-delete-action
                          parameters:
                            mediaId: 4711
                """)) {
            assertThat(running.send(in -> {}).getException()).isInstanceOf(MediaNotFoundException.class);
        }
    }
}
