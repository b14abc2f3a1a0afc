package org.cameld360.examples.httpupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.examples.httpupload.Server.OTHER;
import static org.cameld360.examples.httpupload.Server.TO;
import static org.cameld360.examples.httpupload.Server.sample;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.cameld360.examples.httpupload.Server.Answer;
import org.cameld360.simulator.ReceivedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyIT extends ServedForm {

    @Test
    void sendsTheBodyUnderTheNameOfTheAddress() throws Exception {
        Answer answer = server.ask(post(
                "/send?name=invoice%20%C3%A4.pdf&caption=Hello%2C%20%C3%BC&to=" + OTHER,
                "application/pdf",
                sample("invoice.pdf")));

        assertThat(answer.status()).isEqualTo(200);
        ReceivedMessage message = server.simulator.messages().get(0);
        assertThat(message.fileName()).isEqualTo("invoice ä.pdf");
        assertThat(message.caption()).isEqualTo("Hello, ü");
        assertThat(message.to()).isEqualTo("+" + OTHER);
    }

    @Test
    void sendsABodyThatHasNoNameAndLeavesNoFile() throws Exception {
        Answer answer = server.ask(post("/send", "video/mp4", sample("video-h264-silent.mp4")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(server.simulator.messages().get(0).type()).isEqualTo("video");
        assertThat(server.simulator.messages().get(0).to()).isEqualTo("+" + TO);
        server.awaitNoFiles();
    }

    @Test
    void takesTheNameOfTheContentDisposition() throws Exception {
        server.ask(post("/send", "application/pdf", sample("invoice.pdf"))
                .header("Content-Disposition", "attachment; filename=\"../bill.pdf\""));

        assertThat(server.simulator.messages().get(0).fileName()).isEqualTo("bill.pdf");
    }

    @Test
    void refusesAnEmptyBody() throws Exception {
        Answer answer = server.ask(post("/send", "image/jpeg", new byte[0]));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(server.simulator.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "application/json", "text/html"})
    void refusesABodyOfAnotherTypeAndSaysWhatToDo(String type) throws Exception {
        Answer answer = server.ask(post("/send", type, sample("photo.jpg")));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.reason()).contains("Content-Type");
        assertThat(server.simulator.calls()).isEmpty();
    }

    @Test
    void takesABodyWithoutATypeForWhatItIs() throws Exception {
        Answer answer = server.ask(server.request("/send").POST(BodyPublishers.ofByteArray(sample("photo.jpg"))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(server.simulator.messages().get(0).type()).isEqualTo("image");
    }

    private HttpRequest.Builder post(String path, String type, byte[] body) {
        return server.request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
    }
}
