package org.cameld360.examples.watchedfolder;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;

/** Tells the pace after each look into the folder, whether it went well or not. */
final class Rounds extends DefaultPollingConsumerPollStrategy {

    private final Pace pace;
    private final Quiet quiet;

    Rounds(Pace pace, Quiet quiet) {
        this.pace = pace;
        this.quiet = quiet;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        quiet.forgetMissing();
        pace.looked();
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        pace.looked();
        return false;
    }
}
