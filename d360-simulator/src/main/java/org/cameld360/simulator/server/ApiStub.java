package org.cameld360.simulator.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;

/** The one default stub. It comes last, so any stub of a test goes before it, and it is there again after a reset. */
final class ApiStub implements MappingsLoaderExtension {

    private static final int AFTER_ALL_OTHERS = Integer.MAX_VALUE;

    @Override
    public String getName() {
        return "d360-api-stub";
    }

    @Override
    public void loadMappingsInto(StubMappings mappings) {
        mappings.addMapping(any(anyUrl())
                .atPriority(AFTER_ALL_OTHERS)
                .willReturn(aResponse().withTransformers(ApiTransformer.NAME))
                .build());
    }
}
