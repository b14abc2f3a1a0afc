package org.cameld360.simulator.server;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.call.Api;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.fault.Failure;
import org.cameld360.simulator.fault.FaultScript;
import org.cameld360.simulator.media.MediaFolder;
import org.cameld360.simulator.page.PagePaths;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the calls that reach the simulator's own stubs, or lets them fail as a script has it. */
final class ApiTransformer implements ResponseTransformerV2 {

    private static final Logger LOG = LoggerFactory.getLogger(ApiTransformer.class);

    static final String NAME = "d360-api";

    /** What a refusal adds to WireMock's event, with its rule and details. */
    static final String REFUSED = "D360_REFUSED";

    static final String RULE = "rule";
    static final String DETAILS = "details";

    /** What a failure adds to WireMock's event. */
    static final String FAILED = "D360_FAILED";

    static final String FAILURE = "failure";

    private final Api v1;
    private final Api v2;
    private final Function<Call, Answer> page;
    private final FaultScript faults;

    ApiTransformer(Api v1, Api v2, Function<Call, Answer> page, FaultScript faults) {
        this.v1 = v1;
        this.v2 = v2;
        this.page = page;
        this.faults = faults;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        Call call = new Call(event.getRequest(), CurrentBody.get(), null);
        if (PagePaths.isOfThePage(call.method(), event.getRequest().getUrl())) {
            return Rendering.of(response, page.apply(call), null);
        }
        Failure failure = faults.take(call);
        if (failure != null) {
            event.appendSubEvent(FAILED, Map.of(FAILURE, failure.toString()));
        }
        return Rendering.of(response, answer(call, failure, event), failure);
    }

    private Answer answer(Call call, @Nullable Failure failure, ServeEvent event) {
        Api api = call.path().equals("/v1") || call.path().startsWith("/v1/") ? v1 : v2;
        if (failure != null && failure.kind() == Failure.Kind.STATUS) {
            return api.fail(failure.status());
        }
        if (failure != null && failure.kind() == Failure.Kind.CONNECTION_CUT) {
            return Answer.empty(500);
        }
        try {
            return api.answer(failure == null ? call : call.failingLater(failure.late()));
        } catch (RefusedException refusal) {
            return refuse(api, call, refusal, event);
        } catch (UncheckedIOException e) {
            String trouble = MediaFolder.trouble(e);
            LOG.warn("{} {} could not be answered: {}", call.method(), call.path(), trouble);
            return refuse(api, call, new RefusedException(Rule.STORAGE_UNUSABLE, trouble), event);
        }
    }

    private static Answer refuse(Api api, Call call, RefusedException refusal, ServeEvent event) {
        Map<String, Object> data = new HashMap<>();
        data.put(RULE, refusal.rule().toString());
        data.put(DETAILS, refusal.details());
        event.appendSubEvent(REFUSED, data);
        return api.refuse(call, refusal);
    }
}
