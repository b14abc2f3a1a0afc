package org.cameld360.media.component;

import static org.cameld360.media.client.Conversation.head;
import static org.cameld360.media.component.Expected.SUCCESS;
import static org.cameld360.media.component.Expected.SUCCESS_AT_LAST;
import static org.cameld360.media.component.Expected.UNAVAILABLE;
import static org.cameld360.media.component.Expected.UNCLEAR;
import static org.cameld360.media.component.Expected.refused;
import static org.cameld360.media.component.Fault.Ends.AFTER_CONNECT_TIMEOUT;
import static org.cameld360.media.component.Fault.Ends.AFTER_RESPONSE_TIMEOUT;
import static org.cameld360.media.component.Fault.answer;
import static org.cameld360.media.component.Fault.connection;
import static org.cameld360.media.component.Fault.refusal;
import static org.cameld360.media.component.Fault.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.cameld360.media.AuthenticationException;
import org.cameld360.media.DownloadIntegrityException;
import org.cameld360.media.RateLimitException;
import org.cameld360.media.RequestRefusedException;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.client.Certificate;
import org.cameld360.media.client.Conversation;
import org.cameld360.media.component.Call.Kind;

/** Everything that may go wrong on the wire. The test meets each, and the documentation shows them all. */
final class Faults {

    /** What faults have in common. */
    enum Section {
        CONNECTION(
                "No connection comes about",
                "Nothing has left: everything is repeated, messages too, and no message was accepted."),
        REQUEST(
                "The request does not get through",
                "A message may have left as a whole although the server did not take it: nobody can tell from here."),
        ANSWER(
                "No usable answer comes",
                "Of these messages a real service had accepted each one. An upload, a download and a deletion do no"
                        + " harm twice."),
        REFUSAL("The server refuses", "A refusal is a refusal: the rest of its answer is not needed."),
        STATUS(
                "The server answers with an error status, and without a code of the API",
                "With a code of the API the code decides; see the first table.");

        final String title;
        final String introduction;

        Section(String title, String introduction) {
            this.title = title;
            this.introduction = introduction;
        }
    }

    private static final String JSON_HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String JSON_BEGINS = head(200, "application/json", 500) + "\r\n{\"id";
    private static final String OTHER_SHAPE = "the answer is JSON of another shape";

    private Faults() {}

    /** @param folder for certificates */
    static List<Fault> all(Path folder) {
        return List.of(
                connection("nobody listens on the port", Peers.notListening())
                        .saying("no connection to localhost could be made"),
                connection("the host name is unknown", Peers.unknownHost()).saying("is unknown"),
                connection("the host does not accept connections", Peers.notAccepting())
                        .ends(AFTER_CONNECT_TIMEOUT)
                        .saying("did not accept a connection in time"),
                connection(
                                "TLS: nobody vouches for the certificate",
                                Peers.tls(() -> Certificate.forHost("localhost", folder), false))
                        .saying("TLS with localhost failed"),
                connection(
                                "TLS: the certificate is made for another host",
                                Peers.tls(() -> Certificate.forHost("another.example.org", folder), true))
                        .saying("TLS with localhost failed"),
                connection(
                                "TLS: the port speaks plain HTTP",
                                Peers.noTls(() ->
                                        RawServer.answering("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")))
                        .saying("TLS with localhost failed"),
                connection("TLS: the connection is reset in the handshake", Peers.noTls(RawServer::resetting))
                        .saying("localhost"),
                connection("TLS: the connection is closed in the handshake", Peers.noTls(RawServer::closing))
                        .saying("localhost"),
                connection("TLS: the handshake falls silent", Peers.noTls(RawServer::silent))
                        .ends(AFTER_CONNECT_TIMEOUT)
                        .saying("localhost"),
                //
                request("the connection is reset before the body is read", c -> c.reset()),
                request("the connection is reset while the body is read", c -> begin(c).reset())
                        .large(),
                request("a kept connection is closed just before it is used again", c -> c.reset())
                        .onKeptConnection()
                        .except(Kind.UPLOAD, SUCCESS_AT_LAST)
                        .except(Kind.METADATA, SUCCESS_AT_LAST)
                        .except(Kind.MEDIA, SUCCESS_AT_LAST)
                        .except(Kind.DELETE, SUCCESS_AT_LAST),
                request("the server does not read the body, and sends no `100 Continue`", c -> c.hold())
                        .ends(AFTER_RESPONSE_TIMEOUT),
                request("the server stops reading the body", c -> begin(c).hold())
                        .ends(AFTER_RESPONSE_TIMEOUT)
                        .large(),
                request("the server answers with a success before it has read the body", c -> begin(c).early(
                                        200, "application/json", "{\"id\":\"1\",\"media\":[{\"id\":\"1\"}]}")
                                .hold())
                        .only(Kind.UPLOAD)
                        .large()
                        .saying("answered before all of the media was sent"),
                //
                answer("the connection is reset before the answer", c -> c.readBody()
                        .reset()),
                answer("the connection is closed before the answer", c -> c.readBody()
                        .close()),
                answer("no answer comes", c -> c.readBody().silence()).ends(AFTER_RESPONSE_TIMEOUT),
                answer("interim answers come, such as `100 Continue`, and no other", c -> c.readBody()
                                .trickle(
                                        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n".repeat(9),
                                        Duration.ofMillis(20)))
                        .ends(AFTER_RESPONSE_TIMEOUT),
                answer(
                        "the connection is reset in the head of the answer",
                        c -> c.readBody().write("HTTP/1.1 200 OK\r\nContent-").reset()),
                answer("the answer falls silent in its head", c -> c.readBody()
                                .write("HTTP/1.1 200 OK\r\nContent-")
                                .silence())
                        .ends(AFTER_RESPONSE_TIMEOUT),
                answer("the head of the answer trickles, a byte now and then", c -> c.readBody()
                                .trickle("HTTP/1.1 200 OK\r\nX-Long: " + "x".repeat(200), Duration.ofMillis(50)))
                        .ends(AFTER_RESPONSE_TIMEOUT),
                answer(
                        "the connection is reset in the body of the answer",
                        c -> c.readBody().write(JSON_BEGINS).reset()),
                answer(
                                "the answer falls silent in its body",
                                c -> c.readBody().write(JSON_BEGINS).silence())
                        .ends(AFTER_RESPONSE_TIMEOUT),
                answer("the body of the answer trickles, a byte now and then", c -> c.readBody()
                                .write(head(200, "application/json", 500) + "\r\n")
                                .trickle("{\"id\":\"" + "1".repeat(490), Duration.ofMillis(50)))
                        .only(Kind.UPLOAD, Kind.METADATA, Kind.DELETE, Kind.SEND)
                        .ends(AFTER_RESPONSE_TIMEOUT),
                answer("the answer is shorter than its `Content-Length`", c -> c.readBody()
                        .write(head(200, "application/json", 500) + "\r\n{\"messages\":[{\"id\":\"w\"}]}")
                        .close()),
                answer("the answer is longer than its `Content-Length`", c -> c.readBody()
                                .write(head(200, "application/json", 10)
                                        + "\r\n{\"id\":\"1\",\"messages\":[{\"id\":\"w\"}]}"))
                        .spoilsTheConnection()
                        .except(Kind.MEDIA, SUCCESS)
                        .except(Kind.DELETE, SUCCESS),
                answer("the answer ends within a chunk", c -> c.readBody()
                        .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1F\r\n{\"messages\"")
                        .close()),
                answer("the answer is compressed, though nobody asked for that, and cut short", c -> c.readBody()
                                .write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
                                        + "Content-Length: 25\r\n\r\n")
                                .write(halfOfGzip()))
                        .except(Kind.DELETE, SUCCESS),
                answer("the answer is not HTTP", c -> c.readBody()
                        .write("220 mail.example.org ESMTP\r\n\r\n")
                        .close()),
                answer("the `Content-Length` is no number", c -> c.readBody()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n{}")),
                answer("10 GB come as lines of the head", c -> c.readBody()
                        .write("HTTP/1.1 200 OK\r\n")
                        .endless("X-Flood: 1\r\n".repeat(99).getBytes())),
                answer("10 GB come as one line of the head", c -> c.readBody()
                        .write("HTTP/1.1 200 OK\r\nX-Flood: ")
                        .endless("x".repeat(1000).getBytes())),
                answer("10 GB come as the body", c -> c.readBody()
                                .write(JSON_HEAD + "\r\n")
                                .endless("{\"messages\":[{\"id\":\"w\"}],"
                                        .repeat(99)
                                        .getBytes()))
                        .except(Kind.MEDIA, refused(DownloadIntegrityException.class))
                        .saying("more than 10"),
                answer("the answer is a page of HTML", c -> c.answer(200, "text/html", "<html>Sign in</html>"))
                        .except(Kind.MEDIA, SUCCESS)
                        .saying("content type text/html"),
                answer("the answer is empty", c -> c.answer(200, "application/json", ""))
                        .except(Kind.DELETE, SUCCESS)
                        .saying("it "),
                answer("the answer is empty", c -> c.readBody().write("HTTP/1.1 204 No Content\r\n\r\n"))
                        .except(Kind.DELETE, SUCCESS)
                        .saying("it "),
                otherShape("{\"status\":\"ok\",\"messages\":[],\"media\":[{}]}"),
                otherShape("[\"ok\"]").saying("not the JSON that the API documents"),
                otherShape("{\"media\":{\"id\":5},\"messages\":7,\"url\":{}}"),
                otherShape("{\"id\":{},\"messages\":[null],\"media\":[null]}"),
                otherShape("{\"messages\":".repeat(50_000)),
                otherShape("{\"id\":\" \",\"messages\":[{\"id\":\"\"}]} trailing"),
                answer("the answer says that nothing was deleted", c -> c.json(200, "{\"success\":false}"))
                        .only(Kind.DELETE)
                        .saying("nothing was deleted"),
                //
                refusal(
                        "the key is refused",
                        c -> c.json(
                                401,
                                "{\"meta\":{\"httpCode\":404,\"developerMessage\":\"Invalid api_key or token"
                                        + " expired\"}}"),
                        AuthenticationException.class),
                refusal(
                        "the key is refused, with a challenge that is none",
                        c -> c.readBody()
                                .write("HTTP/1.1 401 No\r\nWWW-Authenticate: ,,=\"\r\nContent-Length: 0\r\n\r\n"),
                        AuthenticationException.class),
                refusal("the key is refused before the body is read", c -> early(c, 401), AuthenticationException.class)
                        .large(),
                refusal(
                        "the key is refused before the body is read",
                        c -> c.early(401, "text/html", "<html>"),
                        AuthenticationException.class),
                refusal(
                                "a body is refused for its size before it is read",
                                c -> early(c, 413),
                                RequestRefusedException.class)
                        .large(),
                refusal(
                        "10 GB come as the body of a refusal",
                        c -> c.readBody()
                                .write("HTTP/1.1 403 Forbidden\r\n\r\n")
                                .endless("garbage ".repeat(99).getBytes()),
                        RequestRefusedException.class),
                refusal(
                        "the body of a refusal is cut short",
                        c -> c.readBody()
                                .write(head(403, "text/html", 900) + "\r\n<html>")
                                .close(),
                        RequestRefusedException.class),
                refusal(
                                "the body of a refusal falls silent",
                                c -> c.readBody()
                                        .write(head(403, "text/html", 900) + "\r\n<html>")
                                        .silence(),
                                RequestRefusedException.class)
                        .ends(AFTER_RESPONSE_TIMEOUT),
                refusal("trouble of the server is told before the body is read", c -> early(c, 500), UNAVAILABLE)
                        .send(UNCLEAR)
                        .large(),
                refusal(
                        "too many requests, and `Retry-After` within `maxRetryDelay`",
                        c -> c.readBody().write("HTTP/1.1 429 Slow\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"),
                        new Expected(RateLimitException.class, true, true)),
                refusal(
                                "too many requests, and `Retry-After` beyond `maxRetryDelay`",
                                c -> c.readBody()
                                        .write("HTTP/1.1 429 Slow\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n"),
                                new Expected(RateLimitException.class, true, false))
                        .holdsBack(),
                refusal(
                        "360dialog restarts, and says so with a page",
                        c -> c.answer(503, "text/html", "<html>503</html>"),
                        UNAVAILABLE),
                refusal(
                        "360dialog restarts, and wants a pause beyond `maxRetryDelay`",
                        c -> c.readBody()
                                .write("HTTP/1.1 503 Back soon\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n"),
                        new Expected(ServiceUnavailableException.class, true, false)),
                refusal(
                        "360dialog restarts, and says so with its own status",
                        c -> c.json(
                                555,
                                "{\"meta\":{\"success\":false,\"http_code\":555,\"developer_message\":\"Internal\"}}"),
                        UNAVAILABLE));
    }

    private static Fault otherShape(String json) {
        return answer(OTHER_SHAPE, c -> c.json(200, json))
                .except(Kind.MEDIA, SUCCESS)
                .except(Kind.DELETE, SUCCESS)
                .saying("it ");
    }

    /** Reads some of the body, and not all: a message is small, and all of it may be on its way. */
    private static Conversation begin(Conversation conversation) throws IOException {
        return conversation.readBody(Math.min(100_000, conversation.announcedLength() / 2));
    }

    /** Answers before all has come; the rest of a large body is never read. */
    private static void early(Conversation conversation, int status) throws IOException {
        begin(conversation).early(status, "text/html", "<html>");
        if (conversation.announcedLength() > 1_000_000) {
            conversation.hold();
        }
    }

    private static byte[] halfOfGzip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"id\":\"1\",\"messages\":[{\"id\":\"w\"}]}".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(bytes.toByteArray(), 25);
    }
}
