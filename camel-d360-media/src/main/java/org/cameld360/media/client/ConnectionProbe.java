package org.cameld360.media.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.ssl.SSLContexts;
import org.cameld360.media.media.Rejections;
import org.jspecify.annotations.Nullable;

/**
 * Makes a connection as requests do, and closes it: the name is looked up, TCP connects, and for https the certificate is
 * checked. Nothing is asked of the API, and no key leaves. Behind a proxy it is the proxy that is connected to.
 *
 * @param host that of the API
 */
record ConnectionProbe(String host, int port, boolean https, TransportSettings settings) {

    static ConnectionProbe of(URI baseUrl, TransportSettings settings) {
        boolean https = "https".equalsIgnoreCase(baseUrl.getScheme());
        int usual = https ? 443 : 80;
        String host = baseUrl.getHost().replaceAll("[\\[\\]]", "");
        return new ConnectionProbe(host, baseUrl.getPort() < 0 ? usual : baseUrl.getPort(), https, settings);
    }

    /** Where a connection is made to, for people. */
    String name() {
        HttpHost proxy = settings.proxy();
        return proxy == null ? host + ":" + port : "the proxy " + proxy.getHostName() + ":" + proxy.getPort();
    }

    String notInTime() {
        return "no connection to " + name() + " stood within "
                + settings.connectTimeout().toMillis() + " ms";
    }

    /** Why no connection can be made, in words; {@code null} where one was made. Blocks for the connect timeout at most, besides the look-up. */
    @Nullable
    String trouble(ScheduledExecutorService timer) {
        long end = System.nanoTime() + settings.connectTimeout().toNanos();
        try {
            connect(end, timer);
            return null;
        } catch (UnknownHostException e) {
            return "the host of " + name() + " is unknown";
        } catch (SocketTimeoutException e) {
            return notInTime();
        } catch (SSLException e) {
            return System.nanoTime() >= end
                    ? notInTime()
                    : "TLS with " + name() + " failed: " + Rejections.shown(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return System.nanoTime() >= end ? notInTime() : "no connection to " + name() + " could be made";
        }
    }

    private void connect(long end, ScheduledExecutorService timer) throws IOException {
        HttpHost proxy = settings.proxy();
        InetAddress[] addresses = InetAddress.getAllByName(proxy == null ? host : proxy.getHostName());
        for (int i = 0; i < addresses.length; i++) {
            try (Socket socket = new Socket()) {
                int left = addresses.length - i;
                socket.connect(
                        new InetSocketAddress(addresses[i], proxy == null ? port : proxy.getPort()),
                        millisUntil(end, left));
                if (https && proxy == null) {
                    shakeHands(socket, end, timer);
                }
                return;
            } catch (SSLException e) {
                throw e;
            } catch (IOException e) {
                if (i == addresses.length - 1) {
                    throw e;
                }
            }
        }
    }

    /** A server that trickles would outlive any timeout of a read, so that the socket is closed when the time is over. */
    private void shakeHands(Socket socket, long end, ScheduledExecutorService timer) throws IOException {
        Future<?> closing = timer.schedule(() -> close(socket), millisUntil(end, 1), TimeUnit.MILLISECONDS);
        SSLContext configured = settings.sslContext();
        SSLContext context = configured == null ? SSLContexts.createDefault() : configured;
        try (SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true)) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.setSoTimeout(millisUntil(end, 1));
            tls.startHandshake();
        } finally {
            closing.cancel(false);
        }
    }

    /** A share of the time that is left, at least a moment: 0 would stand for ever. */
    private static int millisUntil(long end, int shares) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) / shares;
        return (int) Math.max(1, Math.min(left, Integer.MAX_VALUE));
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use to anybody either way
        }
    }
}
