package org.cameld360.simulator.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.ServletInputStream;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose body was read already, as WireMock has to see it to leave it alone. */
final class RawBodyRequest extends HttpServletRequestWrapper {

    private static final String OPAQUE = "application/octet-stream";

    private final byte[] body;
    private final boolean partsHidden;

    RawBodyRequest(HttpServletRequest request, byte[] body, boolean partsHidden) throws IOException {
        super(request);
        this.body = wouldBeUnzipped(request, body) ? gzip(body) : body;
        this.partsHidden = partsHidden;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new BytesInputStream(body);
    }

    /** WireMock decides by this method whether there are parts; the headers that matchers see come from another one. */
    @Override
    public @Nullable String getHeader(String name) {
        return partsHidden && name.equalsIgnoreCase("Content-Type") ? OPAQUE : super.getHeader(name);
    }

    private static boolean wouldBeUnzipped(HttpServletRequest request, byte[] body) {
        String encoding = request.getHeader("Content-Encoding");
        boolean magic = body.length >= 2 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
        return magic || (encoding != null && encoding.contains("gzip"));
    }

    /** One more layer, which is the one that will be taken off. */
    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream(body.length + 1024);
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(body);
        }
        return zipped.toByteArray();
    }
}
