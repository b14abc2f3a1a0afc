package org.cameld360.media.client;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.auth.Credentials;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * What makes two endpoints need connections of their own.
 *
 * @param connectTimeout for a connection to stand, TLS included
 * @param maxConnections at most so many to one host
 * @param sslContext for https, or {@code null} for the JDK's
 * @param proxy an HTTP proxy, or {@code null}
 * @param proxyCredentials for the proxy alone, or {@code null}
 */
public record TransportSettings(
        Duration connectTimeout,
        int maxConnections,
        @Nullable SSLContext sslContext,
        @Nullable HttpHost proxy,
        @Nullable Credentials proxyCredentials) {

    @Override
    public String toString() {
        return "TransportSettings[connectTimeout=" + connectTimeout + ", maxConnections=" + maxConnections + ", proxy="
                + proxy + "]";
    }
}
