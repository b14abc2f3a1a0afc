package org.cameld360.simulator.server;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.call.Api;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.call.RefusedException;

/** Answers the calls that reach the API's own stub. */
final class ApiTransformer implements ResponseTransformerV2 {

    static final String NAME = "d360-api";

    /** What a refusal adds to WireMock's event, with its rule. */
    static final String REFUSED = "D360_REFUSED";

    static final String RULE = "rule";

    private final Api v1;
    private final Api v2;

    ApiTransformer(Api v1, Api v2) {
        this.v1 = v1;
        this.v2 = v2;
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
        Call call = new Call(event.getRequest());
        Api api = call.path().equals("/v1") || call.path().startsWith("/v1/") ? v1 : v2;
        Answer answer;
        try {
            answer = api.answer(call);
        } catch (RefusedException refusal) {
            event.appendSubEvent(REFUSED, Map.of(RULE, refusal.rule().toString()));
            answer = api.refuse(call, refusal);
        }
        return render(response, answer);
    }

    private static Response render(Response response, Answer answer) {
        Response.Builder builder = Response.Builder.like(response).but().status(answer.status());
        List<HttpHeader> headers = new ArrayList<>();
        if (answer.contentType() != null) {
            headers.add(HttpHeader.httpHeader("Content-Type", answer.contentType()));
        }
        Path file = answer.file();
        if (file == null) {
            byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
            headers.add(HttpHeader.httpHeader("Content-Length", Integer.toString(text.length)));
            builder.body(text);
        } else {
            headers.add(HttpHeader.httpHeader("Content-Length", Long.toString(size(file))));
            builder.body(() -> open(file));
        }
        return builder.headers(new HttpHeaders(headers)).build();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
