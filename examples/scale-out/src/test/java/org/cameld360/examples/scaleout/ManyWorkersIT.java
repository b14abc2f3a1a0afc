package org.cameld360.examples.scaleout;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cameld360.examples.scaleout.Running.FAILED;
import static org.cameld360.examples.scaleout.Running.IN_DOUBT;
import static org.cameld360.examples.scaleout.Running.SENT;
import static org.cameld360.examples.scaleout.Running.pdf;
import static org.cameld360.simulator.fault.CallPattern.message;
import static org.cameld360.simulator.fault.Failure.withDelay;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cameld360.examples.launcher.testing.ForkedExample;
import org.cameld360.simulator.Limits;
import org.cameld360.simulator.Limits.Rate;
import org.cameld360.simulator.ReceivedMessage;
import org.cameld360.simulator.RecordedCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four programs share a number. One is killed while it sends, one comes late. */
class ManyWorkersIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int RECIPIENTS = 200;
    private static final int FILES = 4;
    private static final int CONTENTS = 2;
    private static final int ALL = RECIPIENTS * FILES;

    /**
     * In a second. Eight messages may be on their way at once (four programs, two each), a fifteenth of it: so no second can have
     * more at the simulator, however slow this computer is.
     */
    private static final int RATE = 120;

    private static final Instant BEGIN = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    private Path folder;

    private final Map<String, ForkedExample> programs = new HashMap<>();
    private Running running;

    @BeforeEach
    void start() throws Exception {
        running = new Running(folder, Limits.none().withV2Messages(new Rate(RATE, RATE, true)));
    }

    @AfterEach
    void stop() {
        programs.values().parallelStream().forEach(ForkedExample::close);
        if (running != null) {
            running.close();
        }
    }

    @Test
    void loseNothingSendNothingTwiceAndKeepOrderAndRateWhenOneIsKilledAndOneComesLate() throws Exception {
        fork("one", "all");
        fork("two", "worker");
        fork("three", "worker");
        dropFiles(0, FILES - 1);

        waitFor(() -> running.simulator.messages().size() >= ALL / 6);
        running.simulator.next(message()).fails(withDelay(Duration.ofSeconds(5)));
        String killed = whoeverWaitsForAnAnswer();
        programs.get(killed).kill();
        waitFor(() -> consumers() == 4);
        fork("four", "worker");
        waitFor(() -> consumers() == 6);
        dropFiles(FILES - 1, FILES);
        waitFor(() -> running.number("SELECT count(*) FROM whatsapp_message WHERE outcome IS NOT NULL") == ALL
                && running.in(SENT).size() + running.in(IN_DOUBT).size() == ALL);

        Set<String> sent = keys(running.in(SENT));
        Set<String> inDoubt = keys(running.in(IN_DOUBT));
        Map<String, List<ReceivedMessage>> arrived =
                running.simulator.messages().stream().collect(groupingBy(ManyWorkersIT::key));
        System.out.printf(
                "%d sent, %d in doubt (%s was killed), %s duplicates passed over, at most %d in a second, by program: %s%n",
                sent.size(),
                inDoubt.size(),
                killed,
                running.number("SELECT sum(duplicates) FROM whatsapp_message"),
                mostInASecond(),
                running.rows("SELECT worker, count(*) FROM whatsapp_message GROUP BY worker ORDER BY worker"));

        // Nothing lost: each is sent, or in doubt since it was being sent when its worker was killed.
        assertThat(running.in(FAILED)).isEmpty();
        assertThat(sent).doesNotContainAnyElementsOf(inDoubt).hasSize(ALL - inDoubt.size());
        assertThat(inDoubt).hasSizeBetween(1, 2);
        assertThat(running.rows("SELECT DISTINCT worker FROM whatsapp_message WHERE outcome = 'in-doubt'"))
                .containsExactly(killed);
        assertThat(arrived.keySet()).containsAll(sent);
        // Nothing twice.
        assertThat(arrived.values()).allSatisfy(once -> assertThat(once).hasSize(1));
        // In the order of the files, for each recipient; what is in doubt may have arrived at any time.
        assertThat(running.simulator.messages().stream()
                        .filter(message -> !inDoubt.contains(key(message)))
                        .collect(groupingBy(ReceivedMessage::to))
                        .values())
                .hasSize(RECIPIENTS)
                .allSatisfy(messages -> assertThat(messages)
                        .extracting(ReceivedMessage::fileName)
                        .isSorted());
        // One upload for each content, and nothing that the simulator refused.
        assertThat(running.simulator.calls())
                .allSatisfy(call -> assertThat(call.refusal()).isNull())
                .extracting(RecordedCall::path)
                .filteredOn(path -> path.endsWith("/media"))
                .hasSize(CONTENTS);
        assertThat(mostInASecond()).isLessThanOrEqualTo(RATE);
        // The recipient who stands in the list twice.
        assertThat(running.number("SELECT sum(duplicates) FROM whatsapp_message"))
                .isEqualTo(FILES);
        assertThat(running.rows("SELECT DISTINCT worker FROM whatsapp_message")).hasSize(4);
        assertThat(everythingWritten()).doesNotContain(running.simulator.apiKey());
    }

    private void fork(String name, String role) throws IOException {
        programs.put(name, running.fork(name, role, Map.of("MESSAGES_PER_SECOND", "" + RATE, "MESSAGES_AT_ONCE", "2")));
    }

    /** With numbers for names, in their order. */
    private void dropFiles(int from, int to) throws IOException {
        Path list = Files.createDirectories(running.inbox().resolve("everybody"));
        for (int i = from; i < to; i++) {
            Path file = Files.writeString(folder.resolve(i + ".pdf"), pdf("content " + i % CONTENTS));
            Files.setLastModifiedTime(file, FileTime.from(BEGIN.plusSeconds(i)));
            Files.move(file, list.resolve(i + ".pdf"));
        }
        Stream<String> numbers = IntStream.range(0, RECIPIENTS).mapToObj("+1555010%04d"::formatted);
        Files.write(
                list.resolve("recipients.txt"),
                Stream.concat(numbers, Stream.of("0015550100000")).toList());
    }

    /** How many read messages and have a part of them. */
    private long consumers() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", running.broker.address()))) {
            return admin
                    .describeConsumerGroups(List.of("whatsapp-send"))
                    .describedGroups()
                    .get("whatsapp-send")
                    .get()
                    .members()
                    .stream()
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        }
    }

    /** The program that has begun with a message and is not done with it for longer than usual. */
    private String whoeverWaitsForAnAnswer() {
        String query = "SELECT worker FROM whatsapp_message WHERE outcome IS NULL"
                + " AND begun_at < clock_timestamp() - interval '1500 milliseconds'";
        List<String> waiting = new ArrayList<>();
        waitFor(() -> {
            waiting.addAll(running.rows(query));
            return !waiting.isEmpty();
        });
        return waiting.get(0);
    }

    private void waitFor(Callable<Boolean> condition) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptionsMatching(notReady -> notReady instanceof SQLException)
                .until(condition);
    }

    private long mostInASecond() {
        List<Instant> times = running.simulator.messages().stream()
                .map(ReceivedMessage::at)
                .sorted()
                .toList();
        long most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (!times.get(first).plusSeconds(1).isAfter(times.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private static String key(ReceivedMessage message) {
        return message.fileName() + " " + message.to().replace("+", "");
    }

    private static Set<String> keys(List<ConsumerRecord<String, String>> records) {
        return records.stream()
                .map(record -> name(record.value()) + " " + record.key())
                .collect(toSet());
    }

    private static String name(String json) {
        try {
            return new ObjectMapper().readTree(json).path("name").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String everythingWritten() throws Exception {
        StringBuilder all = new StringBuilder();
        for (ForkedExample program : programs.values()) {
            all.append(program.output());
        }
        for (String topic : List.of("whatsapp-jobs", "whatsapp-messages", SENT, FAILED, IN_DOUBT)) {
            running.in(topic)
                    .forEach(record ->
                            all.append(record.key()).append(record.value()).append(record.headers()));
        }
        for (String table : List.of("whatsapp_message", "whatsapp_pace", "d360_media_id")) {
            all.append(running.rows("SELECT * FROM " + table));
        }
        return all.toString();
    }
}
