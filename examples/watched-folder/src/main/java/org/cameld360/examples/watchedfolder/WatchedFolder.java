package org.cameld360.examples.watchedfolder;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.main.Main;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.jspecify.annotations.Nullable;

/** Sends every file that is dropped into a folder. The route is in {@code camel/watched-folder.yaml}; this is what no route can do. */
public final class WatchedFolder {

    private static final int NOT_ALL_SENT = 1;
    private static final int CANNOT_START = 2;

    private final Map<String, String> environment;
    private final Timing timing;
    private final Disk disk;
    private final Console console;
    private final Console errors;
    private final Clock clock = Clock.system(ZoneId.systemDefault());
    private final Main camel = new Main();
    private volatile boolean brokenOff;

    WatchedFolder(Map<String, String> environment, Timing timing, PrintStream out, PrintStream err) {
        this(environment, timing, new RealDisk(), out, err);
    }

    WatchedFolder(Map<String, String> environment, Timing timing, Disk disk, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.timing = timing;
        this.disk = disk;
        this.console = new Console(out);
        this.errors = new Console(err);
    }

    public static void main(String[] args) {
        System.exit(new WatchedFolder(System.getenv(), Timing.USUAL, System.out, System.err).run(List.of(args)));
    }

    /** Returns the status for the shell. */
    int run(List<String> words) {
        try {
            Arguments arguments = Arguments.parse(words);
            if (arguments.help()) {
                Arguments.USAGE.lines().forEach(console::say);
                return 0;
            }
            return watch(Settings.from(environment), arguments.once());
        } catch (SetupException e) {
            errors.say(String.valueOf(e.getMessage()));
        } catch (Exception e) {
            errors.say("It can't start: " + innermost(e));
        }
        return CANNOT_START;
    }

    /** Ends as Ctrl-C does. */
    void stop() {
        camel.completed();
    }

    private int watch(Settings settings, boolean once) throws Exception {
        Archive archive = new Archive(settings.inbox(), clock, disk);
        FolderLock lock = claim(settings.inbox(), archive);
        try (Journal journal = journal(settings.inbox(), archive)) {
            Ledger ledger = new Ledger(settings.inbox(), journal, archive, clock);
            if (settings.apiKey() != null) {
                return send(settings, ledger, once);
            }
            try (D360Simulator simulator = D360Simulator.start()) {
                camel.addMainListener(new StopsWithCamel(simulator));
                console.say(
                        "D360_API_KEY is not set: a simulator stands in for 360dialog. Nothing leaves this computer.");
                if (!once) {
                    console.say("Watch it arrive: " + simulator.pageUrl());
                }
                Samples.placeInto(settings.inbox());
                ApiVersion version = "v2".equals(settings.apiVersion()) ? ApiVersion.V2 : ApiVersion.V1;
                return send(settings.talkingTo(simulator.baseUrl(version), simulator.apiKey()), ledger, once);
            }
        } finally {
            lock.close();
        }
    }

    private static FolderLock claim(Path inbox, Archive archive) {
        try {
            archive.prepare();
            return FolderLock.on(inbox);
        } catch (IOException e) {
            throw new SetupException("The folder " + inbox + " can't be used: " + e, e);
        }
    }

    private Journal journal(Path inbox, Archive archive) {
        try {
            archive.tidy();
            return Journal.open(inbox, disk);
        } catch (IOException e) {
            throw new SetupException("The journal in " + inbox + " can't be read: " + e, e);
        }
    }

    private int send(Settings settings, Ledger ledger, boolean once) throws Exception {
        Report report = new Report(console, settings.inbox());
        boolean allWell = new Recovery(ledger, report, clock).run();
        if (once) {
            Set<File> files = Visible.filesIn(settings.inbox().toFile());
            console.say("Sending what is in " + settings.inbox());
            Once pace = new Once(files, clock, timing.patience(), camel::completed);
            run(settings, ledger, pace, report);
            pace.notTried().forEach(report::notTried);
            return allWell && !brokenOff && pace.sentEverything() ? 0 : NOT_ALL_SENT;
        }
        console.say("Drop files into " + settings.inbox() + " (Ctrl-C ends it)");
        run(settings, ledger, new Forever(new Hold(clock, timing.firstPause(), timing.longestPause())), report);
        return brokenOff ? NOT_ALL_SENT : 0;
    }

    private void run(Settings settings, Ledger ledger, Pace pace, Report report) throws Exception {
        Quiet quiet = new Quiet(clock, timing.quiet());
        Inbox inbox = new Inbox(ledger, quiet, pace, report, clock);
        camel.addMainListener(new StopsWithCamel(inbox::reportUnanswered));
        camel.bind("visible", new Visible(report));
        camel.bind("arrival", inbox.arrival());
        camel.bind("inbox", inbox);
        camel.bind("nothing", new NothingInProgress());
        camel.bind("rounds", new Rounds(pace, quiet));
        camel.bind("envelope", new Envelope(settings.inbox(), settings.to()));
        camel.bind("beforeUpload", new BeforeUpload(ledger, settings.account()));
        camel.bind("beforeSend", new BeforeSend(ledger, settings.account()));
        camel.addOverrideProperty("watched-folder.inbox", settings.inbox().toString());
        // By reference: Camel logs the values of properties at DEBUG, keys too.
        camel.bind("apiKey", Objects.requireNonNull(settings.apiKey()));
        option("api-key", "#bean:apiKey");
        option("api-version", settings.apiVersion());
        option("base-url", settings.baseUrl());
        Looks looks = new Looks(this::breakOff);
        camel.bind("looks", looks);
        try {
            camel.run();
        } finally {
            looks.shutdownNow();
        }
    }

    /** Nobody looks into the folder any more. */
    private void breakOff(Throwable failure) {
        errors.say("It can't go on: " + failure);
        brokenOff = true;
        camel.completed();
    }

    private void option(String name, @Nullable String value) {
        if (value != null) {
            camel.addOverrideProperty("camel.component.d360-media." + name, value);
        }
    }

    private static String innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
    }
}
