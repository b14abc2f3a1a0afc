package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.SentMessage;
import org.cameld360.media.client.Conversation;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that outlive a request. */
@Timeout(30)
class KeepAliveFaultTest {

    private final FaultLab lab = new FaultLab(options -> options.setMaxConnections(1));

    @AfterEach
    void stop() {
        lab.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOAD_V1", "UPLOAD_V2", "GET_V1", "DELETE_V1", "SEND_V1", "SEND_V2"})
    void closedBetweenTwoRequestsHarmsNeither(Call call) {
        try (ScriptedServer server =
                ScriptedServer.start(c -> c.json(200, call.goodAnswer()).close())) {
            for (int i = 1; i <= 5; i++) {
                Ending ending =
                        lab.start(call.uri(server.url()), call.message()).within(Duration.ofSeconds(3));

                // the news that the connection is gone may come when a request has left on it
                if (call.isSend() && ending.failure() != null) {
                    assertThat(ending.failure()).isInstanceOf(SendInDoubtException.class);
                } else {
                    assertThat(ending.failure()).isNull();
                }
                assertThat(ending.times()).isEqualTo(1);
                await().until(() -> server.openConnections() == 0);
            }
            assertThat(server.requests()).hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void connectionIsUsedAgain() {
        try (ScriptedServer server = ScriptedServer.start(c -> c.json(200, Call.SEND_V1.goodAnswer()))) {
            for (int i = 0; i < 5; i++) {
                assertThat(send(server).failure()).isNull();
            }
            assertThat(server.requests()).hasSize(5);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void whatAServerSaysTooMuchIsNoAnswerToTheNextRequest() {
        String forged = "HTTP/1.1 200 OK\r\nContent-Length: 29\r\n\r\n{\"messages\":[{\"id\":\"forged\"}]}";
        try (ScriptedServer server = ScriptedServer.start(c -> {
            String good = Call.SEND_V1.goodAnswer();
            c.readBody().write(Conversation.head(200, "application/json", good.length()) + "\r\n" + good + forged);
        })) {
            for (int i = 0; i < 5; i++) {
                Ending ending = send(server);
                if (ending.failure() == null) {
                    SentMessage sent = ending.exchange().getMessage().getBody(SentMessage.class);
                    assertThat(sent.messageId()).isEqualTo("wamid.1");
                }
            }
        }
    }

    private Ending send(ScriptedServer server) {
        return lab.start(Call.SEND_V1.uri(server.url()), Call.SEND_V1.message()).within(Duration.ofSeconds(3));
    }
}
