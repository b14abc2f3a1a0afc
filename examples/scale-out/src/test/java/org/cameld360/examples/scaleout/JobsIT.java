package org.cameld360.examples.scaleout;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cameld360.examples.scaleout.Running.FAILED;
import static org.cameld360.examples.scaleout.Running.IN_DOUBT;
import static org.cameld360.examples.scaleout.Running.MESSAGES;
import static org.cameld360.examples.scaleout.Running.SENT;
import static org.cameld360.examples.scaleout.Running.header;
import static org.cameld360.examples.scaleout.Running.pdf;
import static org.cameld360.simulator.fault.CallPattern.message;
import static org.cameld360.simulator.fault.CallPattern.upload;
import static org.cameld360.simulator.fault.Failure.withAnswerLost;
import static org.cameld360.simulator.fault.Failure.withStatus;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.cameld360.examples.launcher.Example;
import org.cameld360.simulator.Limits;
import org.cameld360.simulator.ReceivedMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What comes of jobs, of records that come twice, and of trouble. Each test has recipients of its own. */
class JobsIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static Running running;
    private static Example example;
    private static int tests;

    private String job;
    private String to;

    @BeforeAll
    static void startAll() throws Exception {
        running = new Running(folder, Limits.none());
        example = running.start(Map.of("intake.quiet", "200"));
    }

    @AfterAll
    static void stopAll() {
        if (example != null) {
            example.close();
        }
        if (running != null) {
            running.close();
        }
    }

    @BeforeEach
    void numberIt(TestInfo test) {
        tests++;
        job = "list" + tests + "/1/" + test.getTestMethod().orElseThrow().getName() + ".pdf";
        to = "1555020%03d".formatted(tests);
    }

    @AfterEach
    void endFaults() {
        running.simulator.reset();
    }

    @Test
    void aFileInAListGoesToEverybodyOnIt() throws Exception {
        Path list = Files.createDirectory(running.inbox().resolve("Our 'friends' ${sysenv.PATH}"));
        Files.writeString(list.resolve("caption.txt"), "Grüße, \"${sysenv.PATH}\"\n");
        Files.writeString(list.resolve("bill, 'ä' {}.pdf"), pdf("for two"));
        assertThat(Files.exists(list.resolve("recipients.txt"))).isFalse();

        Files.writeString(list.resolve("recipients.txt"), "\uFEFF+" + to + "1\r\n\r\n  00" + to + "2 \r\n");

        soon(() -> arrived(to).size() == 2);
        assertThat(arrived(to))
                .extracting(ReceivedMessage::to)
                .containsExactlyInAnyOrder("+" + to + "1", "+" + to + "2");
        assertThat(arrived(to)).allSatisfy(message -> {
            assertThat(message.caption()).isEqualTo("Grüße, \"${sysenv.PATH}\"");
            assertThat(message.fileName()).isEqualTo("bill, 'ä' {}.pdf");
        });
        soon(() -> Files.notExists(list.resolve("bill, 'ä' {}.pdf")));
        assertThat(list.resolve("recipients.txt")).exists();
    }

    @Test
    void aJobThatMakesNoSenseFailsWithItsReasonAndHoldsNobodyUp() throws Exception {
        running.putJob("no JSON");
        running.putJob("{}");
        running.put(new ProducerRecord<>("whatsapp-jobs", null));
        running.putJob(running.job("bad/1/nobody.pdf", pdf("x"), ""));
        running.putJob(running.job("bad/1/blank.pdf", pdf("x"), " \r\n\n "));
        running.putJob(running.job("bad/1/up.pdf", pdf("x"), to).replace("\"bad/1/up.pdf\"", "\"../up.pdf\""));
        running.putJob(running.job("bad/1/root.pdf", pdf("x"), to).replace("\"bad/1/root.pdf\"", "\"/etc/passwd\""));
        running.putJob(running.job("bad/1/gone.pdf", pdf("x"), to).replace("gone.pdf.recipients.txt", "none.txt"));
        running.putJob(running.job("bad/1/empty.pdf", "", to));
        running.putJob(running.job("bad/1/number.pdf", pdf("x"), "Anna\n0151 234\n"));
        running.putJob(running.job(job, pdf("good"), to));

        soon(() -> arrived(to).size() == 1);
        soon(() -> running.in(FAILED).size() >= 11);
        assertThat(running.in(FAILED).stream()
                        .filter(record -> header(record, "record").startsWith("whatsapp-jobs")))
                .extracting(record -> header(record, "reason"))
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("Unrecognized token"),
                        reason -> assertThat(reason).contains("no job"),
                        reason -> assertThat(reason).contains("empty"),
                        reason -> assertThat(reason).contains("no recipients"),
                        reason -> assertThat(reason).contains("no recipients"),
                        reason -> assertThat(reason).contains("no file below the media folder"),
                        reason -> assertThat(reason).contains("no file below the media folder"),
                        reason -> assertThat(reason).contains("not there"),
                        reason -> assertThat(reason).contains("0 bytes"));
        assertThat(running.in(FAILED).stream()
                        .filter(record -> header(record, "record").startsWith(MESSAGES)))
                .hasSize(2)
                .allSatisfy(record -> assertThat(header(record, "reason")).contains("no phone number"));
    }

    @Test
    void aJobThatComesAgainSendsNothingAgain() throws Exception {
        // as where the program ended after it had written some of the records
        String record = running.job(job, pdf("again"), to + "1\n" + to + "2\n" + to + "3\n");
        running.putJob(record);
        running.putJob(record);

        soon(() -> duplicates() == 3);
        assertThat(arrived(to)).hasSize(3);
        assertThat(running.simulator.allMedia()).hasSize(1);
        assertThat(of(SENT)).hasSize(3);
    }

    @Test
    void aRecordWhoseWorkerEndedBeforeItCouldTellIsToldAndNotSentAgain() throws Exception {
        running.putJob(running.job(job, pdf("told"), to));
        soon(() -> of(SENT).size() == 1);
        ConsumerRecord<String, String> sent = of(SENT).get(0);
        // as if the same record came after what had been told was lost
        long next = running.in(MESSAGES).stream()
                .filter(record -> record.partition() == partition(sent))
                .count();
        running.execute("UPDATE whatsapp_message SET record = '" + MESSAGES + "-" + partition(sent) + "-" + next
                + "' WHERE message_key = '" + job + " " + to + "'");
        running.put(new ProducerRecord<>(MESSAGES, to, sent.value()));

        soon(() -> of(SENT).size() == 2);
        assertThat(of(SENT))
                .extracting(record -> header(record, "message-id"))
                .containsOnly(arrived(to).get(0).id());
        assertThat(arrived(to)).hasSize(1);
        assertThat(duplicates()).isZero();
    }

    @Test
    void whatWasBeingSentWhenItsWorkerEndedIsInDoubt() throws Exception {
        running.execute("INSERT INTO whatsapp_message (message_key, record, worker, begun_at) VALUES ('" + job + " "
                + to + "', 'whatsapp-messages-0-0', 'gone', clock_timestamp())");
        running.putJob(running.job(job, pdf("doubt"), to));

        soon(() -> of(IN_DOUBT).size() == 1);
        assertThat(header(of(IN_DOUBT).get(0), "reason")).contains("A worker ended");
        assertThat(arrived(to)).isEmpty();
    }

    @Test
    void aMessageWithoutAnAnswerIsInDoubtAndNotSentAgain() throws Exception {
        running.simulator.next(message()).fails(withAnswerLost());
        running.putJob(running.job(job, pdf("lost"), to));

        soon(() -> of(IN_DOUBT).size() == 1);
        assertThat(header(of(IN_DOUBT).get(0), "reason")).contains("in doubt");
        assertThat(arrived(to)).hasSize(1);
        assertThat(of(SENT)).isEmpty();
    }

    @Test
    void aServiceThatIsDownIsWaitedForInOrder() throws Exception {
        running.simulator.next(upload()).fails(withStatus(503).times(5));
        running.simulator.next(message()).fails(withStatus(503).times(2));
        for (int i = 0; i < 3; i++) {
            running.putJob(running.job(job.replace("/1/", "/" + i + "/"), pdf("" + i), to));
        }

        soon(() -> arrived(to).size() == 3);
        soon(() -> running.rows("SELECT message_key FROM whatsapp_message WHERE message_key LIKE '%" + to
                                + "' AND outcome = 'sent' ORDER BY ended_at")
                        .size()
                == 3);
        assertThat(running.rows("SELECT message_key FROM whatsapp_message WHERE message_key LIKE '%" + to
                        + "' ORDER BY ended_at"))
                .isSorted();
    }

    @Test
    void whenTheApiSaysThatItIsTooMuchTheNumberPausesForAll() throws Exception {
        StubMapping tooMuch = running.simulator
                .wireMock()
                .stubFor(post(urlPathEqualTo("/messages"))
                        .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "4")));
        Instant begin = Instant.now();
        running.putJob(running.job(job, pdf("too much"), to));

        soon(() -> running.number("SELECT count(*) FROM whatsapp_pace WHERE kind = 'message'"
                        + " AND last_place > clock_timestamp() + interval '1 second'")
                == 1);
        running.simulator.wireMock().removeStub(tooMuch);

        soon(() -> arrived(to).size() == 1);
        assertThat(arrived(to).get(0).at()).isAfter(begin.plusSeconds(4));
        assertThat(of(FAILED)).isEmpty();
        assertThat(of(IN_DOUBT)).isEmpty();
    }

    @Test
    void whereItIsTooMuchForOneRecipientTheNumberDoesNotPause() throws Exception {
        StubMapping tooMuch = running.simulator
                .wireMock()
                .stubFor(post(urlPathEqualTo("/messages"))
                        .willReturn(aResponse()
                                .withStatus(400)
                                .withHeader("Content-Type", "application/json")
                                .withBody("{\"error\": {\"message\": \"Pair rate limit hit\", \"code\": 131056}}")));
        running.putJob(running.job(job, pdf("to one"), to));

        soon(() -> running.simulator.calls().stream().anyMatch(call -> call.status() == 400));
        await().during(Duration.ofMillis(500))
                .atMost(SOON)
                .until(() -> running.number("SELECT count(*) FROM whatsapp_pace WHERE kind = 'message'"
                                + " AND last_place > clock_timestamp() + interval '300 milliseconds'")
                        == 0);
        running.simulator.wireMock().removeStub(tooMuch);

        soon(() -> of(SENT).size() == 1);
        assertThat(of(FAILED)).isEmpty();
    }

    @Test
    void whileTheNumberPausesForLongNothingIsSentAndNothingIsLost() throws Exception {
        running.execute("INSERT INTO whatsapp_pace VALUES ('main', 'message', clock_timestamp() + interval '1 hour')"
                + " ON CONFLICT (number_name, kind) DO UPDATE SET last_place = excluded.last_place");
        running.putJob(running.job(job, pdf("paused"), to));
        soon(() -> running.in(MESSAGES).stream().anyMatch(record -> record.key().equals(to)));
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> arrived(to)
                .isEmpty());

        running.execute("UPDATE whatsapp_pace SET last_place = clock_timestamp() WHERE kind = 'message'");

        soon(() -> of(SENT).size() == 1);
        assertThat(arrived(to)).hasSize(1);
    }

    @Test
    void mediaThatIsNotThereAnyMoreIsUploadedAgainFromItsFile() throws Exception {
        running.putJob(running.job(job, pdf("deleted"), to + "1"));
        soon(() -> of(SENT).size() == 1);
        ConsumerRecord<String, String> sent = of(SENT).get(0);
        String id = arrived(to).get(0).mediaId();
        running.simulator.reset();

        running.put(new ProducerRecord<>(MESSAGES, to + "2", sent.value()));

        soon(() -> of(SENT).size() == 2);
        assertThat(arrived(to)).singleElement().satisfies(message -> assertThat(message.mediaId())
                .isNotEqualTo(id));
        assertThat(running.rows("SELECT media_id FROM d360_media_id")).doesNotContain(id);
    }

    private static void soon(Callable<Boolean> condition) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(100)).until(condition);
    }

    private static List<ReceivedMessage> arrived(String number) {
        return running.simulator.messages().stream()
                .filter(message -> message.to().startsWith("+" + number))
                .toList();
    }

    private List<ConsumerRecord<String, String>> of(String topic) {
        return running.in(topic).stream()
                .filter(record -> record.key() != null && record.key().startsWith(to))
                .toList();
    }

    private static int partition(ConsumerRecord<String, String> told) {
        return Integer.parseInt(header(told, "record").split("-")[2]);
    }

    private long duplicates() throws Exception {
        return running.number(
                "SELECT coalesce(sum(duplicates), 0) FROM whatsapp_message WHERE message_key LIKE '" + job + " %'");
    }
}
