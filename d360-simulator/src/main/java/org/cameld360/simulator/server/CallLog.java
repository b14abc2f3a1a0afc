package org.cameld360.simulator.server;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.cameld360.simulator.RecordedCall;
import org.cameld360.simulator.call.CallDetails;
import org.cameld360.simulator.conversation.Feed;
import org.cameld360.simulator.page.PagePaths;

/** Keeps the last calls, before the answer leaves: who has the answer finds the call here. */
public final class CallLog implements ServeEventListener {

    private final Feed<CallDetails> calls;
    private final Clock clock;
    private final Consumer<RecordedCall> alsoTell;

    public CallLog(int keep, Clock clock, Consumer<RecordedCall> alsoTell) {
        this.calls = new Feed<>(keep, dropped -> {});
        this.clock = clock;
        this.alsoTell = alsoTell;
    }

    @Override
    public String getName() {
        return "d360-call-log";
    }

    @Override
    public void beforeResponseSent(ServeEvent event, Parameters parameters) {
        if (PagePaths.isOfThePage(
                event.getRequest().getMethod().getName(), event.getRequest().getUrl())) {
            return;
        }
        CallDetails call = CallDescription.of(event, clock.instant());
        calls.add(call::numbered);
        alsoTell.accept(call.call());
    }

    public List<RecordedCall> all() {
        return calls.all().stream().map(CallDetails::call).toList();
    }

    /** For reading and waiting only. */
    public Feed<CallDetails> feed() {
        return calls;
    }

    public void clear() {
        calls.clear();
    }
}
