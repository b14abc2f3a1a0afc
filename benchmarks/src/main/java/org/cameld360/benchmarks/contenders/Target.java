package org.cameld360.benchmarks.contenders;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Where the requests go.
 *
 * @param address scheme, host and port
 * @param version {@code v1}: the bytes themselves; {@code v2}: a form
 * @param connections how many there may be at once
 * @param trusted a PKCS12 store with the server's certificate
 */
public record Target(URI address, String version, int connections, String contentType, Path trusted, String password) {

    public boolean isTls() {
        return "https".equals(address.getScheme());
    }

    public boolean isForm() {
        return version.equals("v2");
    }

    public URI media() {
        return address.resolve(isForm() ? "/media" : "/v1/media");
    }

    /** With what the JDK takes by default otherwise. */
    public SSLContext context() {
        try {
            KeyStore store = KeyStore.getInstance(trusted.toFile(), password.toCharArray());
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no trust store at " + trusted, e);
        }
    }
}
