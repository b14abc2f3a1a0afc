package org.cameld360.media.component;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.IdentityHashMap;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.jsse.SSLContextParameters;

/** One SSL context for each set of parameters, so that endpoints with the same ones share connections. */
final class TlsContexts {

    private final IdentityHashMap<SSLContextParameters, SSLContext> contexts = new IdentityHashMap<>();

    synchronized SSLContext of(SSLContextParameters parameters, CamelContext camelContext) {
        return contexts.computeIfAbsent(parameters, p -> {
            try {
                return p.createSSLContext(camelContext);
            } catch (GeneralSecurityException | IOException e) {
                throw new RuntimeCamelException("The sslContextParameters can't be used: " + e.getMessage(), e);
            }
        });
    }
}
