package org.cameld360.examples.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cameld360.simulator.assertj.SimulatorAssertions.assertThat;
import static org.cameld360.simulator.expect.ExpectedMessage.document;

import java.util.Map;
import java.util.stream.Stream;
import org.cameld360.examples.ftp.Downloads.AtHalf;
import org.cameld360.examples.launcher.Example;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A download that ends at half, however it ends, sends nothing; the file is got again. */
class HalfFileIT extends ServedFolder {

    static Stream<Arguments> waysToEndAtHalf() {
        return Stream.of(Protocol.FTP, Protocol.SFTP).flatMap(protocol -> Stream.of(
                        AtHalf.ENDS, AtHalf.BREAKS, AtHalf.SERVER_STOPS)
                .flatMap(atHalf -> Stream.of(false, true).map(streamed -> Arguments.of(protocol, atHalf, streamed))));
    }

    @ParameterizedTest(name = "{0} {1} streamed={2}")
    @MethodSource("waysToEndAtHalf")
    void halfAFileIsNeverSent(Protocol protocol, AtHalf atHalf, boolean streamed) throws Exception {
        FileServer server = serve(protocol);
        String sha256 = writeDocument(outbox().resolve("big.pdf"), 3_000_000);
        server.downloads.atHalf(atHalf);
        Example example = startExample(streamed ? streamed() : Map.of());
        await().atMost(SOON).until(() -> example.failed() >= 2);

        assertThat(simulator().calls()).isEmpty();
        assertThat(outbox().resolve("big.pdf")).exists();

        server.downloads.atHalf(AtHalf.GOES_ON);
        if (atHalf == AtHalf.SERVER_STOPS) {
            server.start();
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(namesIn(".sent")).containsExactly("big.pdf"));
        assertThat(simulator().messages()).hasSize(1);
        assertThat(simulator()).received(document().withFileName("big.pdf").withBytes(sha256));
        assertThat(simulator().allMedia()).hasSize(1);
        assertThat(filesIn(work())).isEmpty();
    }
}
