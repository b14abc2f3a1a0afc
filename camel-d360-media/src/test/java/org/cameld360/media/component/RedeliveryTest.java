package org.cameld360.media.component;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.cameld360.media.PartsFailedException;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.SendReport;
import org.cameld360.simulator.ReceivedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Camel sends a failed exchange again: nobody gets a message twice, and exchanges that wait for others don't block them. */
class RedeliveryTest extends SimulatedRoutes {

    @Override
    protected RoutesBuilder[] createRouteBuilders() {
        return new RoutesBuilder[] {
            createRouteBuilder(),
            new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:again")
                            .errorHandler(
                                    defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0))
                            .to("d360-media:send?maxRetries=0");
                    from("direct:loop").loop(2).copy().to("d360-media:send?to=49151234567");
                    from("direct:nested").to("d360-media:upload").process(e -> e.getMessage()
                            .setBody(template.requestBodyAndHeader(
                                    "direct:sendV1", sample("photo.jpg"), "CamelD360MediaTo", "49151234567")));
                    from("direct:splitAndGet")
                            .split(body())
                            .aggregationStrategy(org.apache.camel.builder.AggregationStrategies.groupedBody())
                            .setHeader("CamelD360MediaId", body())
                            .to("d360-media:get")
                            .end()
                            .process(e -> e.getMessage()
                                    .setBody(((List<?>) e.getMessage().getBody())
                                            .stream()
                                                    .filter(file -> ((java.io.File) file).exists())
                                                    .count()));
                }
            }
        };
    }

    @Test
    void whoHasGotTheMessageDoesNotGetItAgain() {
        simulator()
                .wireMock()
                .stubFor(post("/v1/messages")
                        .withRequestBody(matchingJsonPath("$[?(@.to == '49151234568')]"))
                        .willReturn(aResponse().withStatus(500)));

        Exchange sent = template.request("direct:again", e -> {
            e.getMessage().setBody(sample("photo.jpg"));
            e.getMessage().setHeader("CamelD360MediaTo", "49151234567,49151234568");
        });

        assertThat(sent.getException()).isInstanceOf(PartsFailedException.class);
        SendReport report = ((PartsFailedException) sent.getException()).getReport();
        assertThat(report.rows()).extracting(SendReport.Row::isSent).containsExactly(true, false);
        assertThat(simulator().messages()).extracting(ReceivedMessage::to).containsExactly("49151234567");
        assertThat(simulator().allMedia()).hasSize(1);
    }

    @Test
    void whatIsInDoubtIsNotSentAgainByARedelivery() {
        simulator()
                .wireMock()
                .stubFor(post("/v1/messages").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        Exchange sent = template.request("direct:again", e -> {
            e.getMessage().setBody(sample("photo.jpg"));
            e.getMessage().setHeader("CamelD360MediaTo", "49151234567");
        });

        assertThat(sent.getException()).isInstanceOf(SendInDoubtException.class);
        simulator().wireMock().verify(1, postRequestedFor(urlEqualTo("/v1/messages")));
    }

    @Test
    void whatIsSentTwiceOnPurposeGoesTwice() {
        template.requestBody("direct:loop", sample("photo.jpg"));

        assertThat(simulator().messages()).hasSize(2);
    }

    @Test
    @Timeout(60)
    void exchangesThatWaitForOthersDoNotBlockThem() {
        List<Exchange> sent = IntStream.range(0, 40)
                .mapToObj(i ->
                        template.asyncSend("direct:nested", e -> e.getMessage().setBody(sample("photo.jpg"))))
                .toList()
                .stream()
                .map(java.util.concurrent.CompletableFuture::join)
                .toList();

        assertThat(sent)
                .allSatisfy(exchange -> assertThat(exchange.getException()).isNull());
        assertThat(simulator().messages()).hasSize(40);
    }

    @Test
    void downloadsOfASplitLastAsLongAsTheWhole() {
        List<String> ids = IntStream.range(0, 40)
                .mapToObj(i -> template.requestBody("direct:uploadV1", sample("note.txt"), String.class))
                .toList();

        assertThat(template.requestBody("direct:splitAndGet", ids)).isEqualTo(40L);
    }
}
