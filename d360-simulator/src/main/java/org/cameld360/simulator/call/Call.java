package org.cameld360.simulator.call;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.List;
import java.util.Optional;
import org.cameld360.simulator.DeliveryFailure;
import org.cameld360.simulator.body.Body;
import org.jspecify.annotations.Nullable;

/** A request as the API looks at it. */
public final class Call {

    private final Request request;
    private final String path;
    private final String query;

    private final Body body;
    private final @Nullable DeliveryFailure lateFailure;

    /**
     * A request with its body.
     *
     * @param body of the request, which WireMock does not get to see where it is large
     * @param lateFailure what becomes of a message that is accepted, where that is decided already
     */
    public Call(Request request, Body body, @Nullable DeliveryFailure lateFailure) {
        this.request = request;
        this.body = body;
        this.lateFailure = lateFailure;
        String url = request.getUrl();
        int mark = url.indexOf('?');
        this.path = mark < 0 ? url : url.substring(0, mark);
        this.query = mark < 0 ? "" : url.substring(mark + 1);
    }

    public String method() {
        return request.getMethod().getName();
    }

    public boolean is(String method) {
        return method.equals(method());
    }

    public String path() {
        return path;
    }

    /** As it came, neither decoded nor sorted; empty where there is none. */
    public String query() {
        return query;
    }

    /** The value of a header that may be given only once; empty where it is absent, blank or repeated. */
    public Optional<String> header(String name) {
        HttpHeader header = request.header(name);
        List<String> values = header == null || !header.isPresent() ? List.of() : header.values();
        return values.size() == 1
                ? Optional.of(values.get(0)).map(String::strip).filter(value -> !value.isEmpty())
                : Optional.empty();
    }

    public Body body() {
        return body;
    }

    public @Nullable DeliveryFailure lateFailure() {
        return lateFailure;
    }

    /** The same call, with what becomes of its message decided. */
    public Call failingLater(@Nullable DeliveryFailure failure) {
        return new Call(request, body, failure);
    }
}
