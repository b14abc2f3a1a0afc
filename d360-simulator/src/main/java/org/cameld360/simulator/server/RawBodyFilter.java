package org.cameld360.simulator.server;

import java.io.IOException;
import java.util.Arrays;
import org.cameld360.simulator.multipart.FormParser;
import org.cameld360.simulator.multipart.MalformedFormException;
import wiremock.jakarta.servlet.Filter;
import wiremock.jakarta.servlet.FilterChain;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.ServletRequest;
import wiremock.jakarta.servlet.ServletResponse;
import wiremock.jakarta.servlet.http.HttpServletRequest;

/**
 * Keeps WireMock from spoiling two kinds of bodies: it unzips whatever begins like gzip, which an upload may, and it fails with a 500 on
 * multipart that its own parser does not like, before any stub is asked.
 */
final class RawBodyFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && http.getMethod().equals("POST")) {
            byte[] body = read(http);
            chain.doFilter(new RawBodyRequest(http, body, hidesParts(http, body)), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** In one array where the length is known, as bodies are large. */
    private static byte[] read(HttpServletRequest request) throws IOException {
        int length = request.getContentLength();
        if (length < 0) {
            return request.getInputStream().readAllBytes();
        }
        byte[] body = new byte[length];
        int read = request.getInputStream().readNBytes(body, 0, length);
        return read == length ? body : Arrays.copyOf(body, read);
    }

    /** Large forms are hidden too, as WireMock would copy all parts several times for its matchers. */
    private static boolean hidesParts(HttpServletRequest request, byte[] body) {
        String contentType = request.getHeader("Content-Type");
        if (contentType == null
                || !contentType.strip().regionMatches(true, 0, "multipart/", 0, "multipart/".length())) {
            return false;
        }
        if (body.length > SlimJournal.LARGE) {
            return true;
        }
        try {
            return FormParser.parse(contentType, body).isEmpty();
        } catch (MalformedFormException e) {
            return true;
        }
    }
}
