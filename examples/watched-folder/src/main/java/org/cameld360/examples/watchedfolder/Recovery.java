package org.cameld360.examples.watchedfolder;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import org.cameld360.examples.watchedfolder.Entry.Ending;
import org.cameld360.examples.watchedfolder.PutAway.State;

/** Finishes at the start what the program had begun when it ended. Nothing is sent by it. */
final class Recovery {

    private final Ledger ledger;
    private final Report report;
    private final Clock clock;
    private boolean allWell = true;

    Recovery(Ledger ledger, Report report, Clock clock) {
        this.ledger = ledger;
        this.report = report;
        this.clock = clock;
    }

    /** Returns whether there is nothing that a person would have to see to. */
    boolean run() {
        for (Entry entry : ledger.entries()) {
            switch (entry.stage()) {
                case TAKEN -> ledger.close(ledger.file(entry));
                case UPLOADED -> forgetWithItsFile(entry);
                case SENDING -> doubt(entry);
                case ENDED -> finish(entry);
            }
        }
        return allWell;
    }

    /** Where the file is there, the upload is used when its turn comes. */
    private void forgetWithItsFile(Entry entry) {
        Path file = ledger.file(entry);
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            ledger.close(file);
        }
    }

    private void doubt(Entry entry) {
        Path file = ledger.file(entry);
        if (ledger.wasMovedAsSent(entry)) {
            // it was, and only the journal could not be written any more
            ledger.close(file);
            report.ended("sent   ", entry, ", before the program ended");
            return;
        }
        Problem problem =
                Problem.inDoubt("The program ended while the message was on its way, and no answer had come.");
        String text = ReasonText.of(entry.name(), entry.to(), problem, ZonedDateTime.now(clock));
        PutAway putAway = ledger.aside(file, entry.state(), entry.to(), Outcome.IN_DOUBT, text);
        report.ended("doubt  ", entry, ": " + problem.reason() + putAway.remark(Outcome.IN_DOUBT));
        allWell = false;
    }

    private void finish(Entry entry) {
        Ending ending = entry.endingOrThrow();
        PutAway putAway = ledger.carryOut(entry);
        String remark = putAway.remark(ending.outcome());
        switch (ending.outcome()) {
            case SENT ->
                report.ended("sent   ", entry, ", message " + ending.words() + ", before the program ended." + remark);
            case REFUSED -> report.ended("refused", entry, ", before the program ended." + remark);
            case IN_DOUBT -> report.ended("doubt  ", entry, ": It was in doubt when the program ended." + remark);
        }
        allWell &= ending.outcome() == Outcome.SENT && putAway.state() != State.STUCK;
    }
}
