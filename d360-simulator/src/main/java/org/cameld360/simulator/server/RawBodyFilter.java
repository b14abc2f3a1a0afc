package org.cameld360.simulator.server;

import java.io.IOException;
import java.util.regex.Pattern;
import org.cameld360.simulator.body.Body;
import org.cameld360.simulator.body.HeapBody;
import org.cameld360.simulator.media.MediaFolder;
import org.cameld360.simulator.multipart.FormParser;
import org.cameld360.simulator.multipart.MalformedFormException;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.Filter;
import wiremock.jakarta.servlet.FilterChain;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.ServletInputStream;
import wiremock.jakarta.servlet.ServletRequest;
import wiremock.jakarta.servlet.ServletResponse;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;

/**
 * Reads bodies before WireMock does. Large ones go to disk, and WireMock, which would hold each in memory several times over, sees none. Of
 * the others two kinds are kept from being spoiled: it unzips whatever begins like gzip, which an upload may, and it fails with a 500 on multipart
 * that its own parser does not like, before any stub is asked.
 */
final class RawBodyFilter implements Filter {

    /** What WireMock's matchers can look into. */
    static final int IN_MEMORY = 1024 * 1024;

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** More than twice of what can be uploaded. Beyond this, what is sent is not even read. */
    private static final long AT_MOST = 256L * 1024 * 1024;

    private final MediaFolder folder;

    RawBodyFilter(MediaFolder folder) {
        this.folder = folder;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http)) {
            chain.doFilter(request, response);
        } else if (http.getMethod().equals("CONNECT")) {
            refuse((HttpServletResponse) response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "405 Not Allowed");
        } else if (!isWellFormed(http.getQueryString())) {
            refuse((HttpServletResponse) response, HttpServletResponse.SC_BAD_REQUEST, "400 Bad Request");
        } else if (hasBody(http)) {
            withBody(http, (HttpServletResponse) response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void withBody(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > AT_MOST) {
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "413 Request Entity Too Large");
            return;
        }
        byte[] start;
        Spool rest;
        try {
            start = start(request);
            rest = start.length < IN_MEMORY ? null : new Spool(folder, start, request.getInputStream(), AT_MOST);
        } catch (IOException | RuntimeException e) {
            // Jetty's exceptions for chunks that are none are of both kinds.
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "400 Bad Request");
            return;
        }
        try (rest) {
            if (rest == null) {
                CurrentBody.set(new HeapBody(start));
                chain.doFilter(new RawBodyRequest(request, start, hidesParts(request, start)), response);
            } else if (rest.size() > AT_MOST) {
                refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "413 Request Entity Too Large");
            } else {
                CurrentBody.set(rest.body());
                chain.doFilter(new RawBodyRequest(request, new byte[0], true), response);
            }
        } finally {
            CurrentBody.clear();
        }
    }

    /** In one array where the length is known. */
    private static byte[] start(HttpServletRequest request) throws IOException {
        ServletInputStream in = request.getInputStream();
        int length = request.getContentLength();
        if (length < 0 || length >= IN_MEMORY) {
            return in.readNBytes(IN_MEMORY);
        }
        return in.readNBytes(length);
    }

    /** Whatever the method: a proxy in front of the API reads them all. */
    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** WireMock takes each query apart, and fails where an escape in it is none. */
    private static boolean isWellFormed(@Nullable String query) {
        return query == null || !BROKEN_ESCAPE.matcher(query).find();
    }

    /** As a proxy before the API would have it; the API's own words for it are not documented. */
    private static void refuse(HttpServletResponse response, int status, String title) throws IOException {
        response.setStatus(status);
        response.setHeader("Connection", "close");
        response.setContentType("text/html");
        response.getOutputStream().print("<html><body><h1>" + title + "</h1></body></html>");
        response.flushBuffer();
    }

    private static boolean hidesParts(HttpServletRequest request, byte[] body) {
        String contentType = request.getHeader("Content-Type");
        if (contentType == null
                || !contentType.strip().regionMatches(true, 0, "multipart/", 0, "multipart/".length())) {
            return false;
        }
        // WireMock would copy all parts several times for its matchers.
        if (body.length > SlimJournal.LARGE) {
            return true;
        }
        try {
            Body whole = new HeapBody(body);
            return FormParser.parse(contentType, whole).isEmpty();
        } catch (MalformedFormException e) {
            return true;
        }
    }
}
