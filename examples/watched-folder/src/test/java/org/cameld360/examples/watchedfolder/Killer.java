package org.cameld360.examples.watchedfolder;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.cameld360.simulator.D360Simulator;
import org.jspecify.annotations.Nullable;

/** Ends a program with SIGKILL, at moments that hurt. */
final class Killer {

    /** When it strikes. */
    enum Moment {
        /** Within the first seconds, starting included. */
        ANY_TIME,
        /** The media is there, and the answer is not. */
        UPLOAD_TAKEN,
        /** Shortly after the answer to an upload has left. */
        UPLOAD_ANSWERED,
        /** As soon as the journal grows: at the start, before the request, after the answer, or after the move. */
        JOURNAL_WRITTEN,
        /** The message is there, and the answer is not. */
        MESSAGE_TAKEN,
        /** Shortly after the answer to a message has left. */
        MESSAGE_ANSWERED,
        /** Uploads go, messages are refused for now. */
        MESSAGES_DOWN
    }

    private static final long LONGEST_SECONDS = 20;

    private final D360Simulator simulator;
    private final Path journal;
    private final Random random;

    private volatile @Nullable Process victim;
    private volatile Moment moment = Moment.ANY_TIME;
    private final AtomicInteger calls = new AtomicInteger();

    Killer(D360Simulator simulator, Path inbox, Random random) {
        this.simulator = simulator;
        this.journal = inbox.resolve(".journal");
        this.random = random;
        simulator
                .wireMock()
                .addMockServiceRequestListener(
                        (request, response) -> called(request.getUrl().endsWith("/messages")));
    }

    /** Returns when the program is dead. Where its moment does not come, it is killed in the end all the same. */
    void kill(Process program, Moment when) throws InterruptedException {
        moment = when;
        calls.set(1 + random.nextInt(5));
        victim = program;
        StubMapping down = when == Moment.MESSAGES_DOWN
                ? simulator
                        .wireMock()
                        .stubFor(post(urlPathMatching(".*/messages"))
                                .willReturn(aResponse().withStatus(503)))
                : null;
        if (when == Moment.ANY_TIME) {
            program.waitFor(300 + random.nextInt(2_500), TimeUnit.MILLISECONDS);
        } else if (when == Moment.JOURNAL_WRITTEN) {
            waitForTheJournal(program);
        } else {
            program.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
        }
        strike(program);
        victim = null;
        if (down != null) {
            simulator.wireMock().removeStub(down);
        }
    }

    private void waitForTheJournal(Process program) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        int changes = 1 + random.nextInt(12);
        long length = journal.toFile().length();
        while (changes > 0 && System.nanoTime() < end && !program.waitFor(1, TimeUnit.MILLISECONDS)) {
            long now = journal.toFile().length();
            if (now != length) {
                length = now;
                changes--;
            }
        }
        spin(random.nextInt(1_000_000));
    }

    /** On the simulator's thread: until this returns, the answer is held back. */
    private void called(boolean message) {
        Process program = victim;
        boolean awaited =
                switch (moment) {
                    case ANY_TIME, JOURNAL_WRITTEN -> false;
                    case UPLOAD_TAKEN, UPLOAD_ANSWERED -> !message;
                    case MESSAGE_TAKEN, MESSAGE_ANSWERED, MESSAGES_DOWN -> message;
                };
        if (program == null || !awaited || calls.decrementAndGet() != 0) {
            return;
        }
        if (moment == Moment.UPLOAD_TAKEN || moment == Moment.MESSAGE_TAKEN) {
            strike(program);
        } else {
            long delay = random.nextInt(4_000_000);
            new Thread(() -> strikeAfter(program, delay)).start();
        }
    }

    private static void strikeAfter(Process program, long nanoseconds) {
        spin(nanoseconds);
        strike(program);
    }

    /** Shorter than what sleeping can be relied on for. */
    private static void spin(long nanoseconds) {
        long end = System.nanoTime() + nanoseconds;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void strike(Process program) {
        try {
            program.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
