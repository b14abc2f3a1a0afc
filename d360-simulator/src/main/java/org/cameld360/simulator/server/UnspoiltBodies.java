package org.cameld360.simulator.server;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.util.EnumSet;
import org.cameld360.simulator.media.MediaFolder;
import wiremock.jakarta.servlet.DispatcherType;
import wiremock.org.eclipse.jetty.servlet.FilterHolder;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;

/** WireMock's server, with {@link RawBodyFilter} before its servlet and {@link LocalOnlyFilter} before its administration. */
final class UnspoiltBodies implements HttpServerFactory {

    private final MediaFolder folder;

    UnspoiltBodies(MediaFolder folder) {
        this.folder = folder;
    }

    @Override
    public HttpServer buildHttpServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        return new Jetty11HttpServer(options, admin, stubs) {
            @Override
            protected void decorateMockServiceContextBeforeConfig(ServletContextHandler context) {
                context.addFilter(
                        new FilterHolder(new RawBodyFilter(folder)), "/*", EnumSet.of(DispatcherType.REQUEST));
            }

            @Override
            protected void decorateAdminServiceContextBeforeConfig(ServletContextHandler context) {
                context.addFilter(new FilterHolder(new LocalOnlyFilter()), "/*", EnumSet.of(DispatcherType.REQUEST));
            }
        };
    }
}
