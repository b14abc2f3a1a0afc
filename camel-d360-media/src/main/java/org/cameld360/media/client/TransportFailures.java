package org.cameld360.media.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpHost;
import org.cameld360.media.media.Rejections;
import org.cameld360.media.media.SourceChangedException;
import org.jspecify.annotations.Nullable;

/** Says in words why no answer came. What servers and HttpClient say is cleaned before it is repeated. */
final class TransportFailures {

    private final String peer;
    private final String host;
    private final ApiKey key;
    private final String time;

    TransportFailures(URI uri, @Nullable HttpHost proxy, ApiKey key, Duration responseTimeout) {
        this.host = uri.getHost();
        this.peer = proxy == null ? host : "the proxy " + proxy.getHostName() + ":" + proxy.getPort();
        this.key = key;
        this.time = responseTimeout.toMillis() + " ms";
    }

    String noConnectionFree() {
        return "no connection to " + host + " came free within " + time + " (maxConnections)";
    }

    String noConnectionInTime() {
        return peer + " did not accept a connection in time";
    }

    String requestNotTaken() {
        return host + " stopped taking the request for " + time;
    }

    String noAnswerInTime() {
        return "no complete answer came from " + host + " within " + time;
    }

    String silence() {
        return host + " was silent for " + time;
    }

    String reason(Exception cause) {
        if (cause instanceof UnknownHostException) {
            return "the host of " + peer + " is unknown";
        }
        if (cause instanceof ConnectTimeoutException) {
            return noConnectionInTime();
        }
        if (cause instanceof ConnectionRequestTimeoutException) {
            return noConnectionFree();
        }
        if (cause instanceof ConnectException) {
            return "no connection to " + peer + " could be made";
        }
        if (cause instanceof SSLException) {
            return "TLS with " + host + " failed: " + words(cause);
        }
        if (cause instanceof SocketTimeoutException) {
            return silence();
        }
        return "the connection to " + host + " broke: " + words(cause);
    }

    /** The cause itself, unless something in it quotes what nobody is to see; then its type and stack. */
    Exception fitToShow(Exception cause) {
        boolean ours = cause instanceof SourceChangedException
                || cause instanceof FileSystemException
                || cause instanceof AnswerConsumer.TooLargeException;
        for (Throwable t = cause; t != null && !ours; t = t.getCause()) {
            if (t.getMessage() != null && !t.getMessage().equals(AnswerTexts.clean(t.getMessage(), key))) {
                IOException shown = new IOException(cause.getClass().getName() + ": " + words(cause));
                shown.setStackTrace(cause.getStackTrace());
                return shown;
            }
        }
        return cause;
    }

    private String words(Exception cause) {
        String cleaned = AnswerTexts.clean(cause.getMessage(), key);
        return cleaned == null ? cause.getClass().getSimpleName() : Rejections.shown(cleaned);
    }
}
