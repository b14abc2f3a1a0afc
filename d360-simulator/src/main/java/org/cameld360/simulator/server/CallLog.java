package org.cameld360.simulator.server;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.cameld360.simulator.RecordedCall;
import org.cameld360.simulator.call.Call;
import org.jspecify.annotations.Nullable;

/** Keeps what was called, before the answer leaves: who has the answer finds the call here. */
public final class CallLog implements ServeEventListener {

    private final Queue<RecordedCall> calls = new ConcurrentLinkedQueue<>();
    private final Consumer<RecordedCall> alsoTell;

    public CallLog(Consumer<RecordedCall> alsoTell) {
        this.alsoTell = alsoTell;
    }

    @Override
    public String getName() {
        return "d360-call-log";
    }

    @Override
    public void beforeResponseSent(ServeEvent event, Parameters parameters) {
        Call call = new Call(event.getRequest());
        LoggedResponse response = event.getResponse();
        int status = response.getFault() == null ? response.getStatus() : 0;
        RecordedCall recorded = new RecordedCall(call.method(), call.path(), status, refusal(event));
        calls.add(recorded);
        alsoTell.accept(recorded);
    }

    public List<RecordedCall> all() {
        return List.copyOf(calls);
    }

    public void clear() {
        calls.clear();
    }

    private static @Nullable String refusal(ServeEvent event) {
        return event.getSubEvents().stream()
                .filter(sub -> sub.getType().equals(ApiTransformer.REFUSED))
                .map(sub -> String.valueOf(sub.getData().get(ApiTransformer.RULE)))
                .findFirst()
                .orElse(null);
    }
}
