package org.cameld360.examples.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.cameld360.examples.broker.Broker;
import org.cameld360.examples.launcher.SimulatorStandIn;
import org.cameld360.examples.launcher.StandIn;

/** A broker in this JVM, with a record that holds a picture and one that points to a document. */
public final class KafkaStandIn implements StandIn {

    private Broker broker;
    private Path folder;

    @Override
    public String insteadOf() {
        return "KAFKA_BOOTSTRAP_SERVERS";
    }

    @Override
    public void start(Map<String, String> environment, Path own) throws Exception {
        folder = own;
        broker = Broker.start(Files.createDirectory(own.resolve("broker")));
        broker.createTopics(1, "whatsapp-media", "whatsapp-sent", "whatsapp-failed", "whatsapp-in-doubt");
        Path media = Files.createDirectory(own.resolve("media"));
        Files.write(media.resolve("invoice.pdf"), sample("invoice.pdf"));
        String to = environment.getOrDefault("D360_TO", SimulatorStandIn.FICTIONAL_NUMBER);
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.address());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> photo = new ProducerRecord<>("whatsapp-media", to, sample("photo.jpg"));
            photo.headers().add("name", "photo.jpg".getBytes(UTF_8)).add("caption", "Hello".getBytes(UTF_8));
            producer.send(photo).get();
            byte[] reference = "{\"file\": \"invoice.pdf\", \"caption\": \"Your invoice\"}".getBytes(UTF_8);
            ProducerRecord<String, byte[]> invoice = new ProducerRecord<>("whatsapp-media", to, reference);
            invoice.headers().add("reference", "true".getBytes(UTF_8));
            producer.send(invoice).get();
        }
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream stream = KafkaStandIn.class.getResourceAsStream("/samples/" + name)) {
            return stream.readAllBytes();
        }
    }

    @Override
    public Map<String, String> properties() {
        return Map.of(
                "camel.component.kafka.brokers", broker.address(),
                "media.folder", folder.resolve("media").toString(),
                "state.folder", folder.resolve("state").toString());
    }

    @Override
    public String greeting() {
        return "KAFKA_BOOTSTRAP_SERVERS is not set: a broker with two records runs at " + broker.address()
                + " (Ctrl-C ends it)";
    }

    @Override
    public void close() {
        if (broker != null) {
            broker.close();
        }
    }
}
