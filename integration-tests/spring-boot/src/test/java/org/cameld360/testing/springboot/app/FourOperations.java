package org.cameld360.testing.springboot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cameld360.simulator.assertj.SimulatorAssertions.assertThat;
import static org.cameld360.simulator.expect.ExpectedMessage.anyMessage;
import static org.cameld360.simulator.expect.ExpectedMessage.image;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.camel.ProducerTemplate;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.SentMessage;
import org.cameld360.media.UploadedMedia;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the routes do, inside the application, whichever generation they speak. */
abstract class FourOperations {

    static final File PHOTO = new File("src/test/resources/photo.jpg");
    private static final String TO = "4915112345678";

    @Autowired
    ProducerTemplate template;

    private final ApiVersion api;
    private final D360Simulator simulator;

    FourOperations(ApiVersion api, D360Simulator simulator) {
        this.api = api;
        this.simulator = simulator;
    }

    @Test
    void uploadsGetsSendsAndDeletes() throws IOException {
        UploadedMedia media = template.requestBody("direct:upload", PHOTO, UploadedMedia.class);
        assertThat(simulator.media(media.id())).hasValueSatisfying(stored -> {
            assertThat(stored.apiVersion()).isEqualTo(api);
            assertThat(stored.sha256()).isEqualTo(media.sha256());
            assertThat(stored.contentType()).isEqualTo("image/jpeg");
        });

        assertThat(template.requestBody("direct:get", media.id(), byte[].class))
                .isEqualTo(Files.readAllBytes(PHOTO.toPath()));

        SentMessage message = template.request("direct:send", exchange -> {
                    exchange.getMessage().setHeader("CamelD360MediaId", media.id());
                    exchange.getMessage().setHeader("CamelD360MediaType", media.type());
                    exchange.getMessage().setHeader("CamelD360MediaTo", TO);
                })
                .getMessage()
                .getBody(SentMessage.class);
        assertThat(simulator).received(1, image().to(TO).withMediaId(media.id()).via(api));
        assertThat(message.messageId()).isEqualTo(simulator.messages().get(0).id());

        template.requestBody("direct:delete", media.id());
        assertThat(simulator.media(media.id())).isEmpty();
    }

    @Test
    void filesBytesAndStreamsArriveAsTheyAre() throws IOException {
        byte[] content = Files.readAllBytes(PHOTO.toPath());
        for (Object body : new Object[] {PHOTO, PHOTO.toPath(), content, new ByteArrayInputStream(content)}) {
            send("direct:send", body, String.class);
        }

        assertThat(simulator).received(4, image().to(TO).via(api));
        assertThat(simulator.allMedia())
                .hasSize(4)
                .extracting(media -> Files.readAllBytes(media.file()))
                .allMatch(bytes -> Arrays.equals(bytes, content));
    }

    @Test
    void mediaThatCannotGoIsRefusedBeforeAnyRequest() {
        assertThatThrownBy(() -> send("direct:send", new byte[0], String.class))
                .hasCauseInstanceOf(MediaRejectedException.class);

        assertThat(simulator.calls()).isEmpty();
    }

    @Test
    void aRouteCatchesTheRefusalAndReadsTheResult() {
        assertThat(send("direct:try", new byte[0], String.class)).startsWith("Refused: ");
        assertThat(simulator).didNotReceive(anyMessage());

        assertThat(send("direct:try", PHOTO, String.class))
                .isEqualTo("message " + simulator.messages().get(0).id() + " to " + TO);
    }

    @Test
    void theKeyIsNotInTheLog() throws IOException {
        send("direct:send", PHOTO, String.class);

        assertThat(Files.readString(Path.of("target/test.log")))
                .contains("send request POST /media")
                .doesNotContain(simulator.apiKey());
    }

    private <T> T send(String route, Object body, Class<T> as) {
        return template.requestBodyAndHeader(route, body, "CamelD360MediaTo", TO, as);
    }
}
