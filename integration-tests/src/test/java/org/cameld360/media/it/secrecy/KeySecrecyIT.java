package org.cameld360.media.it.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.D360SimulatorExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However the key is given and whatever happens: nobody gets to see it who does not have it. */
class KeySecrecyIT {

    @RegisterExtension
    static final D360SimulatorExtension SIMULATOR =
            new D360SimulatorExtension(D360Simulator.builder().apiKeys(Secrets.accepted()));

    @ParameterizedTest
    @EnumSource
    void theKeyIsSeenNowhere(ApiVersion version) throws Exception {
        Findings findings = new Findings(Secrets.TRACES);
        Spectrum spectrum = new Spectrum(SIMULATOR.simulator(), version, findings);
        List<TraceLog.Line> lines;
        try (TraceLog log = new TraceLog(Path.of("target", "key-secrecy-" + version + ".log"))) {
            spectrum.keyOfTheComponent();
            spectrum.keyInTheUri();
            spectrum.keyOfTheMessage();
            spectrum.keyOfMain();
            spectrum.wrongKey();
            spectrum.refusedConnection();
            spectrum.refusingProxy();
            spectrum.echoingServer();
            spectrum.badOptions();
            lines = log.lines();
        }
        lines.forEach(line -> findings.look("log " + line.source(), line.text()));

        assertThat(findings.found()).isEmpty();
        assertThat(lines)
                .as("the log is as loud as it should be")
                .extracting(TraceLog.Line::source)
                .contains(
                        "TRACE org.apache.camel.impl.engine.SharedCamelInternalProcessor",
                        "DEBUG org.apache.hc.client5.http.impl.async.InternalHttpAsyncClient");
        assertThat(List.of(
                        "endpoint URI",
                        "JMX object name",
                        "JMX attribute EndpointUri of",
                        "health",
                        "dev console",
                        "D360MediaEndpoint.toString",
                        "ApiKey.toString",
                        "exception toString",
                        "message headers"))
                .as("places with something to look at")
                .allMatch(place -> findings.looked(place) > 0);
    }
}
