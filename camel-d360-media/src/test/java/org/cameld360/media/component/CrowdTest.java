package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CrowdTest {

    @Test
    void aThousandExchangesShareFourConnections() throws Exception {
        try (FaultLab lab = new FaultLab(options -> {
                    options.setMaxConnections(4);
                    options.setResponseTimeout(30_000);
                });
                ScriptedServer server = ScriptedServer.start(c -> {
                    boolean upload = c.target().equals("/media");
                    c.json(200, upload ? "{\"media\":[{\"id\":\"m1\"}]}" : Call.SEND_V1.goodAnswer());
                })) {
            lab.context().addRoutes(new org.apache.camel.builder.RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:crowd").to("d360-media:send?to=49151234567&baseUrl=" + server.url());
                }
            });
            List<Ending> endings = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                endings.add(lab.through(
                        "direct:crowd", exchange -> exchange.getMessage().setBody(Call.PHOTO.toFile())));
            }

            for (Ending ending : endings) {
                ending.within(Duration.ofSeconds(30));
                assertThat(ending.failure()).isNull();
            }
            assertThat(server.requests()).hasSize(2_000);
            assertThat(server.mostConnectionsAtOnce()).isLessThanOrEqualTo(4);
            lab.assertNothingLeaks();
            assertThat(endings).allMatch(ending -> ending.times() == 1);
        }
    }
}
