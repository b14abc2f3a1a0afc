package org.cameld360.examples.scaleout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.cameld360.examples.broker.Broker;
import org.cameld360.examples.launcher.Example;
import org.cameld360.examples.launcher.testing.ForkedExample;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.Delivery;
import org.cameld360.simulator.Inspection;
import org.cameld360.simulator.Limits;

/** A broker, a database, a simulator and folders, for programs of the example in this JVM and in others. */
final class Running implements AutoCloseable {

    static final String MESSAGES = "whatsapp-messages";
    static final String SENT = "whatsapp-sent";
    static final String FAILED = "whatsapp-failed";
    static final String IN_DOUBT = "whatsapp-in-doubt";

    final Path folder;
    final Broker broker;
    final Database database;
    final D360Simulator simulator;
    private final KafkaProducer<String, String> producer;

    Running(Path folder, Limits limits) throws Exception {
        this.folder = folder;
        Files.createDirectories(inbox());
        Files.createDirectories(media());
        broker = Broker.start(Files.createDirectory(folder.resolve("broker")));
        BrokerStandIn.createTopics(broker);
        database = Database.start(Files.createDirectory(folder.resolve("database")));
        // Nobody looks at what arrives, and it is no media.
        simulator = D360Simulator.builder()
                .limits(limits)
                .delivery(Delivery.immediate().undelivered())
                .inspection(Inspection.NONE)
                .keep(20_000)
                .start();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address()), new StringSerializer(), new StringSerializer());
    }

    Path inbox() {
        return folder.resolve("inbox");
    }

    Path media() {
        return folder.resolve("media");
    }

    /** The example in this JVM. */
    Example start(Map<String, String> more) throws Exception {
        Map<String, String> properties = new HashMap<>(Map.of(
                "camel.component.d360-media.api-key", simulator.apiKey(),
                "camel.component.d360-media.base-url", simulator.baseUrl(ApiVersion.V2),
                "camel.component.kafka.brokers", broker.address(),
                "database.url", database.url(),
                "database.user", Database.USER,
                "intake.folder", inbox().toString(),
                "media.folder", media().toString(),
                "retry.delay", "200",
                "camel.component.d360-media.max-retries", "0",
                "worker.missed", "3000"));
        properties.putAll(more);
        Map<String, String> set =
                Map.of("D360_API_KEY", "set", "KAFKA_BOOTSTRAP_SERVERS", "set", "DATABASE_URL", "set", "INBOX", "set");
        return Example.start(set, properties);
    }

    /** The example in a JVM of its own. */
    ForkedExample fork(String name, String role, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "D360_API_KEY", simulator.apiKey(),
                "D360_BASE_URL", simulator.baseUrl(ApiVersion.V2),
                "KAFKA_BOOTSTRAP_SERVERS", broker.address(),
                "DATABASE_URL", database.url(),
                "DATABASE_USER", Database.USER,
                "INBOX", inbox().toString(),
                "MEDIA_FOLDER", media().toString(),
                "ROLE", role,
                "HOSTNAME", name));
        // Four of them start at once, on few cores.
        environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        environment.putAll(more);
        return ForkedExample.start(
                Files.createDirectory(folder.resolve(name)),
                environment,
                Map.of("worker.missed", "3000", "retry.delay", "200"));
    }

    /** Puts a file and its list where the workers see them, and gives the record of the job. */
    String job(String name, String content, String recipients) throws IOException {
        Path file = media().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.writeString(media().resolve(name + ".recipients.txt"), recipients);
        return "{\"job\": \"%s\", \"file\": \"%s\", \"recipients\": \"%s.recipients.txt\"}".formatted(name, name, name);
    }

    void putJob(String record) throws Exception {
        put(new ProducerRecord<>("whatsapp-jobs", record));
    }

    void put(ProducerRecord<String, String> record) throws Exception {
        producer.send(record).get();
    }

    /** All that is in a topic. */
    List<ConsumerRecord<String, String>> in(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.address());
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    static String header(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    /** Each row, its columns with a bar between them. */
    List<String> rows(String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join("|", row.stream().map(String::valueOf).toList()));
            }
            return rows;
        }
    }

    long number(String query) throws SQLException {
        return Long.parseLong(rows(query).get(0));
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String pdf(String text) {
        return "%PDF-1.4\n" + text;
    }

    @Override
    public void close() {
        producer.close();
        simulator.close();
        broker.close();
        database.close();
    }
}
