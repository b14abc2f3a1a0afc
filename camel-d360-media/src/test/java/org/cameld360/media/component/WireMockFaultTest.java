package org.cameld360.media.component;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The faults of a server that others wrote: they end as those of the matrix do. */
@Timeout(60)
class WireMockFaultTest {

    private final FaultLab lab = new FaultLab(options -> options.setResponseTimeout(20_000));
    private final Map<Call, WireMockServer> servers = new EnumMap<>(Call.class);

    @AfterEach
    void stop() {
        servers.values().forEach(WireMockServer::stop);
        lab.close();
    }

    @ParameterizedTest
    @EnumSource
    void endsInItsExceptionAndSendsNothingTwice(Fault fault) {
        Map<Call, Ending> endings = new EnumMap<>(Call.class);
        for (Call call :
                new Call[] {Call.UPLOAD_V1, Call.DOWNLOAD_V2, Call.DELETE_V2, Call.SEND_V1, Call.SEND_UPLOADED_V2}) {
            WireMockServer server =
                    new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
            servers.put(call, server);
            server.start();
            server.stubFor(any(anyUrl()).willReturn(okForContentType("application/json", before(call))));
            server.stubFor(any(concerned(call)).willReturn(new ResponseDefinitionBuilder().withFault(fault)));
            endings.put(call, lab.start(call.uri(server.baseUrl()), call.message()));
        }
        endings.forEach((call, ending) -> {
            ending.within(Duration.ofSeconds(10));
            Class<? extends D360MediaException> type =
                    call.isSend() ? SendInDoubtException.class : ServiceUnavailableException.class;
            assertThat(ending.failure()).as("%s", call).isExactlyInstanceOf(type);
            // a request is written down a moment after its connection was reset
            await().alias("requests of " + call)
                    .until(() -> servers.get(call)
                                    .findAll(anyRequestedFor(concerned(call)))
                                    .size()
                            >= (call.isSend() ? 1 : 2));
            assertThat(ending.times()).isEqualTo(1);
            assertThat(ending.took()).isLessThan(Duration.ofSeconds(10));
        });
        lab.assertNothingLeaks();
        endings.keySet().forEach(call -> assertThat(servers.get(call).findAll(anyRequestedFor(concerned(call))))
                .as("%s", call)
                .hasSize(call.isSend() ? 1 : 2));
    }

    /** What goes before the request that is meant. */
    private static String before(Call call) {
        return (call == Call.DOWNLOAD_V2 ? Call.METADATA_V2 : Call.UPLOAD_V2).goodAnswer();
    }

    private static UrlPattern concerned(Call call) {
        return switch (call) {
            case DOWNLOAD_V2 -> urlMatching("/whatsapp_business/.*");
            case SEND_V1, SEND_UPLOADED_V2 -> urlPathEqualTo("/messages");
            default -> anyUrl();
        };
    }
}
