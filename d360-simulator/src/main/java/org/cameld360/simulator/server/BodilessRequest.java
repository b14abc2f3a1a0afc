package org.cameld360.simulator.server;

import com.github.tomakehurst.wiremock.extension.requestfilter.RequestWrapper;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A request whose body was let go of. */
final class BodilessRequest extends RequestWrapper {

    BodilessRequest(Request request) {
        super(request);
    }

    @Override
    public byte[] getBody() {
        return new byte[0];
    }

    @Override
    public String getBodyAsString() {
        return "";
    }

    @Override
    public String getBodyAsBase64() {
        return "";
    }

    @Override
    public Collection<Part> getParts() {
        return List.of();
    }

    @Override
    public Map<String, FormParameter> formParameters() {
        return Map.of();
    }
}
