package org.cameld360.media.component;

import static org.cameld360.media.client.Conversation.head;

import java.time.Duration;
import org.cameld360.media.AuthenticationException;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.RateLimitException;
import org.cameld360.media.RequestRefusedException;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.client.ScriptedServer.Script;

/** What a server may do to a request, and what the exchange ends in. With {@code maxRetries=1}, a repeat makes two requests. */
enum Fault {
    RESET_BEFORE_THE_BODY(c -> c.reset()),
    RESET_BEFORE_THE_ANSWER(c -> c.readBody().reset()),
    CLOSED_BEFORE_THE_ANSWER(c -> c.readBody().close()),
    RESET_IN_THE_HEAD(c -> c.readBody().write("HTTP/1.1 200 OK\r\nContent-").reset()),
    RESET_IN_THE_BODY(c ->
            c.readBody().write(head(200, "application/json", 500) + "\r\n{\"id").reset()),
    SILENT_BEFORE_THE_ANSWER(c -> c.silence()),
    SILENT_WITHOUT_TAKING_THE_BODY(c -> c.hold()),
    SILENT_IN_THE_HEAD(c -> c.readBody().write("HTTP/1.1 200 OK\r\nContent-").silence()),
    SILENT_IN_THE_BODY(c ->
            c.readBody().write(head(200, "application/json", 500) + "\r\n{\"id").silence()),
    HEAD_TRICKLES(c -> c.readBody().trickle("HTTP/1.1 200 OK\r\nX-Long: " + "x".repeat(200), Duration.ofMillis(50))),
    INTERIM_ANSWERS_WITHOUT_END(
            c -> c.readBody().trickle("HTTP/1.1 102 Processing\r\n\r\n".repeat(9), Duration.ofMillis(10))),
    CUT_SHORT(c -> c.readBody()
            .write(head(200, "application/json", 500) + "\r\n{\"messages\":[{\"id\":\"w\"}]}")
            .close()),
    CHUNKS_CUT_SHORT(c -> c.readBody()
            .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1F\r\n{\"messages\"")
            .close()),
    NO_HTTP(c -> c.readBody().write("220 mail.example.org ESMTP\r\n\r\n").close()),
    MALFORMED_LENGTH(c -> c.readBody().write("HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n{}")),
    HEADERS_WITHOUT_END(c -> c.readBody().write("HTTP/1.1 200 OK\r\n").endless("X-Flood: 1\r\n".getBytes())),
    HEADER_LINE_WITHOUT_END(
            c -> c.readBody().write("HTTP/1.1 200 OK\r\nX-Flood: ").endless(new byte[] {'x', 'x'})),

    BAD_GATEWAY(c -> c.answer(502, "text/html", "<html>502</html>"), ServiceUnavailableException.class, 1),
    INTERNAL_ERROR(c -> c.json(500, "{\"error\":\"internal\"}"), ServiceUnavailableException.class, 1),
    RESTARTING(c -> c.answer(503, "text/html", "<html>503</html>"), ServiceUnavailableException.class, 2),
    RESTARTING_555(
            c -> c.json(555, "{\"meta\":{\"success\":false,\"http_code\":555,\"developer_message\":\"Internal\"}}"),
            ServiceUnavailableException.class,
            2),
    REFUSED_WITHOUT_END(
            c -> c.readBody()
                    .write("HTTP/1.1 403 Forbidden\r\n\r\n")
                    .endless("garbage ".repeat(99).getBytes()),
            RequestRefusedException.class),
    REFUSED_AND_RESET(
            c -> c.readBody().write(head(403, "text/html", 900) + "\r\n<html>").close(), RequestRefusedException.class),
    REFUSED_AND_SILENT(
            c -> c.readBody().write(head(403, "text/html", 900) + "\r\n<html>").silence(),
            RequestRefusedException.class),
    KEY_REFUSED(
            c -> c.json(401, "{\"meta\":{\"httpCode\":404,\"developerMessage\":\"Invalid api_key or token expired\"}}"),
            AuthenticationException.class),
    KEY_REFUSED_EARLY(c -> c.early(401, "text/html", "<html>").silence(), AuthenticationException.class),
    CHALLENGED(
            c -> c.readBody().write("HTTP/1.1 401 No\r\nWWW-Authenticate: ,,=\"\r\nContent-Length: 0\r\n\r\n"),
            AuthenticationException.class),
    THROTTLED(
            c -> c.readBody().write("HTTP/1.1 429 Slow\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"),
            RateLimitException.class,
            2),
    THROTTLED_FOR_LONG(
            c -> c.readBody().write("HTTP/1.1 429 Slow\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n"),
            RateLimitException.class);

    final Script script;
    private final Class<? extends D360MediaException> type;
    private final Class<? extends D360MediaException> typeForSend;
    private final int requests;
    private final int requestsForSend;

    /** No usable answer came: repeated where that is safe, in doubt where not. */
    Fault(Script script) {
        this(script, ServiceUnavailableException.class, SendInDoubtException.class, 2, 1);
    }

    /** A refusal, never repeated. */
    Fault(Script script, Class<? extends D360MediaException> type) {
        this(script, type, type, 1, 1);
    }

    /** A refusal for now, repeated where it can't have been accepted. */
    Fault(Script script, Class<? extends D360MediaException> type, int requestsForSend) {
        this(script, type, type, 2, requestsForSend);
    }

    Fault(
            Script script,
            Class<? extends D360MediaException> type,
            Class<? extends D360MediaException> typeForSend,
            int requests,
            int requestsForSend) {
        this.script = script;
        this.type = type;
        this.typeForSend = typeForSend;
        this.requests = requests;
        this.requestsForSend = requestsForSend;
    }

    Class<? extends D360MediaException> expected(Call call) {
        return call.isSend() ? typeForSend : type;
    }

    int requests(Call call) {
        return call.isSend() ? requestsForSend : requests;
    }
}
