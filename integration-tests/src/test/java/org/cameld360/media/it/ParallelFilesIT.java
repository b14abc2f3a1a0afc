package org.cameld360.media.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.cameld360.media.SentMessage;
import org.cameld360.media.component.D360MediaComponent;
import org.cameld360.media.component.D360MediaConfiguration;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.D360SimulatorExtension;
import org.cameld360.simulator.ReceivedMessage;
import org.cameld360.simulator.StoredMedia;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many different files at once through one endpoint: nothing of one may get into another's message. */
@ExtendWith(D360SimulatorExtension.class)
class ParallelFilesIT {

    private static final int FILES = 200;
    private static final int THREADS = 8;
    private static final int LARGEST = 300_000;

    private static final List<String> NAMES = List.of(
            "plain",
            "with spaces  in it",
            "it's \"quoted\" 'twice'",
            "Übergröße – naïve café",
            "写真と書類",
            "фото; name=\"other\"",
            "👩‍👩‍👧 family 🎉",
            "100%20%E2 & a=b; c, d + e");

    @TempDir
    private Path folder;

    /** One file on its way, with all that has to arrive with it. */
    private record Sending(int number, String name, String caption, String to, byte[] content) {

        boolean isImage() {
            return name.endsWith(".jpg");
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachOf200FilesArrivesAloneAndWholeWithItsOwnNameAndCaption(ApiVersion version, D360Simulator simulator)
            throws Exception {
        List<Sending> sendings =
                IntStream.range(0, FILES).mapToObj(ParallelFilesIT::sending).toList();

        List<Exchange> sent;
        try (DefaultCamelContext context = context(version, simulator)) {
            sent = sendAll(context.createProducerTemplate(), sendings);
        }

        assertThat(simulator.messages()).hasSize(FILES);
        assertThat(simulator.allMedia()).hasSize(FILES);
        var messages = byKey(simulator.messages(), ReceivedMessage::caption);
        var media = byKey(simulator.allMedia(), StoredMedia::id);
        for (Sending sending : sendings) {
            SentMessage result = sent.get(sending.number()).getMessage().getBody(SentMessage.class);
            ReceivedMessage message = messages.get(sending.caption());
            StoredMedia arrived = media.get(message.mediaId());
            assertThat(result)
                    .extracting(SentMessage::messageId, SentMessage::mediaId, SentMessage::to, SentMessage::fileName)
                    .containsExactly(message.id(), arrived.id(), sending.to(), sending.name());
            assertThat(message)
                    .extracting(ReceivedMessage::type, ReceivedMessage::fileName, m -> m.to().replace("+", ""))
                    .containsExactly(
                            sending.isImage() ? "image" : "document",
                            sending.isImage() ? null : sending.name(),
                            sending.to());
            assertThat(tuple(arrived.size(), arrived.sha256()))
                    .as(sending.name())
                    .isEqualTo(tuple((long) sending.content().length, PseudoRandomFiles.sha256(sending.content())));
            if (version == ApiVersion.V2) {
                assertThat(arrived.fileName()).startsWith("%03d ".formatted(sending.number()));
            }
        }
    }

    /** JPEG, PDF and text in turn; sizes from the smallest that the type can have, evenly up to the largest. */
    private static Sending sending(int number) {
        int size = Math.max(1, number * LARGEST / (FILES - 1));
        String extension = List.of("txt", "jpg", "pdf").get(number % 3);
        byte[] content =
                switch (extension) {
                    case "jpg" -> PseudoRandomFiles.jpeg(Math.max(size, PseudoRandomFiles.SMALLEST_JPEG + 4), number);
                    case "pdf" ->
                        PseudoRandomFiles.bytes(
                                PseudoRandomFiles.PDF, Math.max(size, PseudoRandomFiles.PDF.length + 4), number);
                    default -> text(size, number);
                };
        String name = "%03d %s.%s".formatted(number, NAMES.get(number % NAMES.size()), extension);
        String caption = "Caption \"%d\": %s ✓\nsecond line".formatted(number, NAMES.get((number + 3) % NAMES.size()));
        return new Sending(number, name, caption, "491510000" + (1000 + number), content);
    }

    private static byte[] text(int size, int seed) {
        return new Random(seed)
                .ints(size, 'A', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    private List<Exchange> sendAll(ProducerTemplate template, List<Sending> sendings) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Exchange>> running = new ArrayList<>();
            for (Sending sending : sendings) {
                running.add(threads.submit(() -> send(template, sending)));
            }
            List<Exchange> sent = new ArrayList<>();
            for (Future<Exchange> one : running) {
                sent.add(one.get(60, TimeUnit.SECONDS));
            }
            assertThat(sent).extracting(Exchange::getException).containsOnlyNulls();
            return sent;
        } finally {
            threads.shutdownNow();
        }
    }

    private Exchange send(ProducerTemplate template, Sending sending) throws IOException {
        Object body = body(sending);
        return template.request("direct:in", exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader("CamelD360MediaFileName", sending.name());
            exchange.getMessage().setHeader("CamelD360MediaCaption", sending.caption());
            exchange.getMessage().setHeader("CamelD360MediaTo", sending.to());
        });
    }

    /** Names go by the header, as a file system can't hold all of them under every locale. */
    private Object body(Sending sending) throws IOException {
        return switch (sending.number() % 4) {
            case 0 -> sending.content();
            case 1 -> new ByteArrayInputStream(sending.content());
            default ->
                Files.write(folder.resolve("file-" + sending.number()), sending.content())
                        .toFile();
        };
    }

    private static DefaultCamelContext context(ApiVersion version, D360Simulator simulator) throws Exception {
        D360MediaComponent component = new D360MediaComponent();
        D360MediaConfiguration options = component.getConfiguration();
        options.setApiVersion(version.name());
        options.setBaseUrl(simulator.baseUrl(version));
        options.setApiKey(simulator.apiKey());
        options.setMaxRetries(0);
        DefaultCamelContext context = new DefaultCamelContext();
        context.addComponent("d360-media", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("d360-media:send");
            }
        });
        context.start();
        return context;
    }

    private static <T> Map<String, T> byKey(List<T> all, Function<T, String> key) {
        return all.stream().collect(Collectors.toMap(key, Function.identity()));
    }
}
