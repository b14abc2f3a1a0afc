package org.cameld360.examples.watchedfolder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.cameld360.media.SentMessage;
import org.cameld360.media.UploadedMedia;
import org.cameld360.media.component.D360MediaConstants;

/** The program from its start to its end, with all its parts but the route, whose steps are taken here, in its order. */
final class ProgramRun implements AutoCloseable {

    static final String TO = "4915112345678";

    private static final CamelContext CONTEXT = new DefaultCamelContext();

    private final Path folder;
    private final FaultyDisk disk;
    private final FakeApi api;
    private final Journal journal;
    private final Recovery recovery;
    private final Inbox inbox;
    private final Envelope envelope;
    private final BeforeUpload beforeUpload;
    private final BeforeSend beforeSend;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    ProgramRun(Path folder, FaultyDisk disk, FakeApi api) throws IOException {
        this.folder = folder;
        this.disk = disk;
        this.api = api;
        Clock clock = Clock.systemUTC();
        Archive archive = new Archive(folder, clock, disk);
        archive.prepare();
        archive.tidy();
        journal = Journal.open(folder, disk);
        Ledger ledger = new Ledger(folder, journal, archive, clock);
        Report report = new Report(new Console(new PrintStream(output, true, UTF_8)), folder);
        Pace pace = new Forever(new Hold(clock, Duration.ZERO, Duration.ZERO));
        inbox = new Inbox(ledger, new Quiet(clock, Duration.ZERO), pace, report, clock);
        envelope = new Envelope(folder, TO);
        beforeUpload = new BeforeUpload(ledger, "account");
        beforeSend = new BeforeSend(ledger, "account");
        recovery = new Recovery(ledger, report, clock);
    }

    /** Finishes what an earlier run had begun. Returns whether there was nothing that a person would have to see to. */
    boolean start() {
        return recovery.run();
    }

    /** Each file that is there has its turn once. */
    void look() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            take(file.toFile());
        }
    }

    private void take(File file) {
        Exchange exchange = new DefaultExchange(CONTEXT);
        GenericFile<File> polled = new GenericFile<>();
        polled.setFile(file);
        exchange.setProperty(ExchangePropertyKey.FILE_EXCHANGE_FILE, polled);
        if (!inbox.begin(null, null, exchange, polled)) {
            return;
        }
        try {
            envelope.process(exchange);
            beforeUpload.process(exchange);
            if (exchange.getMessage().getHeader(D360MediaConstants.MEDIA_ID) == null) {
                upload(exchange, file.toPath());
            }
            beforeSend.process(exchange);
            send(exchange);
        } catch (IOException | RuntimeException e) {
            exchange.setException(e);
            inbox.rollback(null, null, exchange, polled);
            return;
        }
        inbox.commit(null, null, exchange, polled);
    }

    private void upload(Exchange exchange, Path file) throws IOException {
        disk.step("upload");
        String id = api.upload(file);
        disk.step("uploaded");
        exchange.getMessage()
                .setBody(new UploadedMedia(
                        id,
                        "document",
                        "text/plain",
                        file.getFileName().toString(),
                        Files.size(file),
                        Sha256.of(file),
                        Clock.systemUTC().instant().plus(Duration.ofDays(14))));
        exchange.getMessage().setHeader(D360MediaConstants.MEDIA_ID, id);
    }

    private void send(Exchange exchange) {
        String mediaId = exchange.getMessage().getHeader(D360MediaConstants.MEDIA_ID, String.class);
        String messageId = api.send(mediaId, disk);
        exchange.getMessage().setBody(new SentMessage(messageId, TO, "document", mediaId, "a.txt", false));
    }

    List<String> lines() {
        return output.toString(UTF_8).lines().toList();
    }

    /** Nothing is written any more, as when it is killed. */
    @Override
    public void close() {
        journal.close();
    }
}
