package org.cameld360.examples.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cameld360.examples.launcher.SimulatorStandIn.FICTIONAL_NUMBER;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cameld360.examples.broker.Broker;
import org.cameld360.examples.launcher.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker that stands in. */
class BrokerIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    /** Kafka's metrics library has two of these for the whole JVM, in a static field. */
    private static final String OF_THE_JVM = "metrics-meter-tick-thread-";

    @Test
    void itsRecordsAreSent() throws Exception {
        try (Example example = Example.start(Map.of())) {
            await().atMost(SOON).until(() -> example.simulator().messages().size() == 2);

            assertThat(example.simulator().messages())
                    .allMatch(message -> message.to().equals("+" + FICTIONAL_NUMBER));
            assertThat(example.failed()).isZero();
        }
    }

    @Test
    void leavesNoThreadAndNoPortBehind(@TempDir Path folder) throws Exception {
        Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());

        Broker broker = Broker.start(folder);
        String address = broker.address();
        broker.close();

        await().pollInSameThread().atMost(SOON).untilAsserted(() -> assertThat(
                        Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .filteredOn(thread -> !thread.getName().startsWith(OF_THE_JVM))
                .isEmpty());
        int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(again.isBound()).isTrue();
        }
    }
}
