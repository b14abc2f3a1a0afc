package org.cameld360.simulator.assertj;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.ReceivedMessage;
import org.cameld360.simulator.RecordedCall;
import org.cameld360.simulator.expect.ExpectedMessage;

/**
 * Assertions on what a simulator got.
 *
 * <pre>{@code
 * assertThat(simulator).received(image().to("4915112345678").withCaption("The meter").withBytes(sha256));
 * }</pre>
 */
public final class SimulatorAssert extends AbstractAssert<SimulatorAssert, D360Simulator> {

    SimulatorAssert(D360Simulator actual) {
        super(actual, SimulatorAssert.class);
    }

    /** At least one message is like this. */
    public SimulatorAssert received(ExpectedMessage expected) {
        isNotNull();
        if (actual.received(expected).isEmpty()) {
            failWithMessage("expected a message with%n  %s%nbut got%n%s", expected, all(expected));
        }
        return this;
    }

    /** So many messages are like this. */
    public SimulatorAssert received(int count, ExpectedMessage expected) {
        isNotNull();
        int found = actual.received(expected).size();
        if (found != count) {
            failWithMessage(
                    "expected %s messages with%n  %s%nbut found %s among%n%s", count, expected, found, all(expected));
        }
        return this;
    }

    /** No message is like this. */
    public SimulatorAssert didNotReceive(ExpectedMessage unwanted) {
        return received(0, unwanted);
    }

    /** No message was accepted. */
    public SimulatorAssert receivedNothing() {
        return received(0, ExpectedMessage.anyMessage());
    }

    /** At least one call was refused by this rule, such as {@code caption-too-long}. */
    public SimulatorAssert refused(String rule) {
        isNotNull();
        if (refusals().stream().noneMatch(rule::equals)) {
            failWithMessage("expected a call that was refused by %s, but the refusals are %s", rule, refusals());
        }
        return this;
    }

    /** No call was refused. */
    public SimulatorAssert refusedNothing() {
        isNotNull();
        if (!refusals().isEmpty()) {
            failWithMessage("expected no refusals, but there are %s", refusals());
        }
        return this;
    }

    private List<String> refusals() {
        return actual.calls().stream()
                .map(RecordedCall::refusal)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    private String all(ExpectedMessage expected) {
        List<ReceivedMessage> messages = actual.messages();
        return messages.isEmpty()
                ? "  nothing"
                : messages.stream()
                        .map(message -> "  " + message.type() + " to " + message.to() + ": "
                                + expected.mismatch(message, actual).orElse("as expected"))
                        .collect(Collectors.joining(System.lineSeparator()));
    }
}
