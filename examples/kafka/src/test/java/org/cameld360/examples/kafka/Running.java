package org.cameld360.examples.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.cameld360.examples.broker.Broker;
import org.cameld360.examples.launcher.Example;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;

/** A broker with topics, a simulator, and the example between them, which can be started more than once. */
final class Running implements AutoCloseable {

    static final String TO = "15550100123";
    static final String MEDIA = "whatsapp-media";
    static final String SENT = "whatsapp-sent";
    static final String FAILED = "whatsapp-failed";
    static final String IN_DOUBT = "whatsapp-in-doubt";

    final Path folder;
    final Broker broker;
    final D360Simulator simulator = D360Simulator.start();
    private final KafkaProducer<String, byte[]> producer;
    private Example example;

    Running(Path folder, int partitions) throws Exception {
        this.folder = folder;
        Files.createDirectories(folder.resolve("media"));
        this.broker = Broker.start(Files.createDirectory(folder.resolve("broker")));
        broker.createTopics(partitions, MEDIA, SENT, FAILED, IN_DOUBT);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address()), new StringSerializer(), new ByteArraySerializer());
    }

    Running start() throws Exception {
        return start(ApiVersion.V2, Map.of());
    }

    Running start(ApiVersion version, Map<String, String> more) throws Exception {
        Map<String, String> properties = new HashMap<>(Map.of(
                "camel.component.d360-media.api-key", simulator.apiKey(),
                "camel.component.d360-media.api-version", version.name().toLowerCase(Locale.ROOT),
                "camel.component.d360-media.base-url", simulator.baseUrl(version),
                "camel.component.d360-media.max-retries", "0",
                "camel.component.kafka.brokers", broker.address(),
                "media.folder", folder.resolve("media").toString(),
                "state.folder", folder.resolve("state").toString(),
                "retry.delay", "200"));
        properties.putAll(more);
        example = Example.start(Map.of("D360_API_KEY", "set", "KAFKA_BOOTSTRAP_SERVERS", "set"), properties);
        return this;
    }

    Example example() {
        return example;
    }

    void stopExample() {
        if (example != null) {
            example.close();
            example = null;
        }
    }

    void put(String key, byte[] value, String... headers) throws Exception {
        put(new ProducerRecord<>(MEDIA, key, value), headers);
    }

    void put(ProducerRecord<String, byte[]> record, String... headers) throws Exception {
        for (int i = 0; i < headers.length; i += 2) {
            record.headers().add(headers[i], headers[i + 1] == null ? null : headers[i + 1].getBytes(UTF_8));
        }
        producer.send(record).get();
    }

    void refer(String key, String json) throws Exception {
        put(key, json.getBytes(UTF_8), "reference", "true");
    }

    /** All that is in a topic. */
    List<ConsumerRecord<String, byte[]>> in(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.address());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    /** As where the program ended before it could commit; nobody may read. */
    void forgetOffsets() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            admin.alterConsumerGroupOffsets("whatsapp", Map.of(new TopicPartition(MEDIA, 0), new OffsetAndMetadata(0)))
                    .all()
                    .get();
        }
    }

    /** How many records of the topic the group is done with. */
    long committed() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            return admin.listConsumerGroupOffsets("whatsapp").partitionsToOffsetAndMetadata().get().values().stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        }
    }

    static byte[] sample(String name) {
        try (InputStream stream = Running.class.getResourceAsStream("/samples/" + name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] pdf(String text) {
        return ("%PDF-1.4\n" + text).getBytes(UTF_8);
    }

    @Override
    public void close() {
        stopExample();
        producer.close();
        broker.close();
        simulator.close();
    }
}
