package org.cameld360.examples.scaleout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cameld360.examples.broker.Broker;
import org.cameld360.examples.launcher.StandIn;

/** A broker in this JVM, with the topics of the example. */
public final class BrokerStandIn implements StandIn {

    private Broker broker;

    @Override
    public String insteadOf() {
        return "KAFKA_BOOTSTRAP_SERVERS";
    }

    @Override
    public void start(Map<String, String> environment, Path folder) throws Exception {
        broker = Broker.start(Files.createDirectory(folder.resolve("broker")));
        createTopics(broker);
    }

    @Override
    public Map<String, String> properties() {
        return Map.of("camel.component.kafka.brokers", broker.address());
    }

    @Override
    public String greeting() {
        return "KAFKA_BOOTSTRAP_SERVERS is not set: a broker runs at " + broker.address() + " (Ctrl-C ends it)";
    }

    @Override
    public void close() {
        if (broker != null) {
            broker.close();
        }
    }

    /** Those of the example. */
    static void createTopics(Broker broker) throws Exception {
        broker.createTopics(1, "whatsapp-jobs", "whatsapp-sent", "whatsapp-failed", "whatsapp-in-doubt");
        broker.createTopics(12, "whatsapp-messages");
    }
}
