package org.cameld360.simulator.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import org.cameld360.simulator.page.PagePaths;

/**
 * The default stubs, which are there again after a reset. The one for the API comes last, so any stub of a test goes before it; the one for the page comes
 * first, so that it shows what the stubs of a test do.
 */
final class ApiStub implements MappingsLoaderExtension {

    private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;
    private static final int AFTER_ALL_OTHERS = Integer.MAX_VALUE;

    @Override
    public String getName() {
        return "d360-api-stub";
    }

    @Override
    public void loadMappingsInto(StubMappings mappings) {
        mappings.addMapping(any(urlPathMatching(PagePaths.PREFIX + ".*"))
                .atPriority(BEFORE_ALL_OTHERS)
                .willReturn(aResponse().withTransformers(ApiTransformer.NAME))
                .build());
        mappings.addMapping(get(urlPathEqualTo(PagePaths.PAGE))
                .atPriority(BEFORE_ALL_OTHERS)
                .willReturn(aResponse().withTransformers(ApiTransformer.NAME))
                .build());
        mappings.addMapping(any(anyUrl())
                .atPriority(AFTER_ALL_OTHERS)
                .willReturn(aResponse().withTransformers(ApiTransformer.NAME))
                .build());
    }
}
