package org.cameld360.simulator.server;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.SubEvent;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.cameld360.simulator.RecordedCall;
import org.cameld360.simulator.body.Body;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.call.CallDetails;
import org.cameld360.simulator.call.Keys;
import org.jspecify.annotations.Nullable;

/** Describes a call without its secrets: the key, signatures, and the headers that a webhook is to be called with. */
final class CallDescription {

    private static final int LONGEST = 2_000;
    private static final int VISIBLE_OF_KEY = 4;
    private static final int SHORTEST_SHOWN_KEY = 12;
    private static final String WEBHOOK_SETTINGS = "/configs/webhook";

    private CallDescription() {}

    static CallDetails of(ServeEvent event, Instant at) {
        Request request = event.getRequest();
        LoggedResponse response = event.getResponse();
        Body body = CurrentBody.get();
        Call call = new Call(request, body, null);
        boolean faulty = response.getFault() != null;
        RecordedCall recorded = new RecordedCall(
                call.method(),
                call.path(),
                faulty ? 0 : response.getStatus(),
                part(event, ApiTransformer.REFUSED, ApiTransformer.RULE));
        boolean secret = call.path().endsWith(WEBHOOK_SETTINGS);
        String requestType = call.header("Content-Type").orElse("");
        String answerType = header(response.getHeaders(), "Content-Type");
        byte[] answer = response.getBody() == null ? new byte[0] : response.getBody();
        return new CallDetails(
                0,
                at,
                recorded,
                masked(call.header(Keys.HEADER).orElse("")),
                withoutSignature(call.query()),
                requestType,
                body.size(),
                secret || !isText(requestType) ? "" : text(body),
                part(event, ApiTransformer.REFUSED, ApiTransformer.DETAILS),
                fault(event),
                answerType,
                length(response.getHeaders(), answer),
                secret || !isText(answerType) ? "" : withoutSignature(text(answer)));
    }

    /** What a script let go wrong, else a stub of a test. */
    private static @Nullable String fault(ServeEvent event) {
        String scripted = part(event, ApiTransformer.FAILED, ApiTransformer.FAILURE);
        Fault fault = event.getResponse().getFault();
        return scripted != null || fault == null ? scripted : fault.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String part(ServeEvent event, String type, String name) {
        for (SubEvent sub : event.getSubEvents()) {
            if (sub.getType().equals(type)) {
                return String.valueOf(sub.getData().get(name));
            }
        }
        return null;
    }

    private static String masked(String key) {
        if (key.isEmpty()) {
            return "";
        }
        return key.length() < SHORTEST_SHOWN_KEY ? "…" : key.substring(0, VISIBLE_OF_KEY) + "…";
    }

    private static String withoutSignature(String text) {
        return text.contains("hash=") ? text.replaceAll("hash=[A-Za-z0-9_-]+", "hash=…") : text;
    }

    private static boolean isText(String contentType) {
        return contentType.startsWith("application/json") || contentType.startsWith("text/html");
    }

    private static String text(Body body) {
        try {
            return text(body.slice(0, Math.min(body.size(), LONGEST + 1)).bytes());
        } catch (UncheckedIOException e) {
            // It could not be kept, which is what the call was refused for.
            return "";
        }
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, LONGEST), StandardCharsets.UTF_8);
        return bytes.length > LONGEST ? text + "…" : text;
    }

    private static String header(@Nullable HttpHeaders headers, String name) {
        return headers != null && headers.getHeader(name).isPresent()
                ? headers.getHeader(name).firstValue()
                : "";
    }

    /** The body of a file is cut short in the event; what is announced is not. */
    private static long length(@Nullable HttpHeaders headers, byte[] answer) {
        String announced = header(headers, "Content-Length");
        return announced.matches("[0-9]{1,18}") ? Long.parseLong(announced) : answer.length;
    }
}
