package org.cameld360.simulator.server;

import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import java.util.ArrayList;
import java.util.List;
import org.cameld360.simulator.body.Body;
import org.cameld360.simulator.body.HeapBody;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.fault.Failure;
import org.jspecify.annotations.Nullable;

/** Turns an answer into WireMock's response, and what fails with it into WireMock's faults. */
final class Rendering {

    private static final int PIECES = 20;

    private Rendering() {}

    static Response of(Response response, Answer answer, @Nullable Failure failure) {
        Response.Builder builder = Response.Builder.like(response).but().status(answer.status());
        List<HttpHeader> headers = new ArrayList<>();
        answer.headers().forEach((name, value) -> headers.add(HttpHeader.httpHeader(name, value)));
        headers.add(HttpHeader.httpHeader(
                "Content-Length", Long.toString(answer.body().size())));
        builder.headers(new HttpHeaders(headers));
        body(builder, answer.body());
        if (failure != null) {
            fail(builder, answer.body(), failure);
        }
        return builder.build();
    }

    private static void body(Response.Builder builder, Body body) {
        if (body instanceof HeapBody) {
            builder.body(body.bytes());
        } else {
            builder.body(body::open);
        }
    }

    private static void fail(Response.Builder builder, Body body, Failure failure) {
        switch (failure.kind()) {
            case CONNECTION_CUT, ANSWER_LOST -> builder.fault(Fault.CONNECTION_RESET_BY_PEER);
            case GARBAGE -> builder.fault(Fault.RANDOM_DATA_THEN_CLOSE);
            // The whole length is announced, so the server has to close the connection.
            case BODY_CUT -> body(builder, body.slice(0, body.size() / 2));
            case SLOW_BODY ->
                builder.chunkedDribbleDelay(
                        new ChunkedDribbleDelay(PIECES, (int) failure.duration().toMillis()));
            case DELAY -> builder.incrementInitialDelay(failure.duration().toMillis());
            case STATUS, LATE -> {
                // The answer itself is what goes wrong, or nothing does for now.
            }
        }
    }
}
