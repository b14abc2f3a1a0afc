package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import org.cameld360.simulator.ApiVersion;
import org.junit.jupiter.api.Test;

/** An option without a value is no option: what the component has counts, else the default. */
class BlankOptionsTest extends SimulatedRoutes {

    @Test
    void leaveWhatTheComponentHas() {
        D360MediaEndpoint endpoint = context.getEndpoint(
                "d360-media:send?apiKey=&baseUrl=RAW()&mediaType=&maxRetries=&responseTimeout=&voice=&caption=%20",
                D360MediaEndpoint.class);

        D360MediaConfiguration options = endpoint.getConfiguration();
        // the component's counts: with none at all, the endpoint would not have been made
        assertThat(options.getApiKey()).isNull();
        assertThat(options.getBaseUrl()).isEqualTo(simulator().baseUrl(ApiVersion.V1));
        assertThat(options.getMediaType()).isEqualTo("auto");
        assertThat(options.getMaxRetries()).isEqualTo(3);
        assertThat(options.getResponseTimeout()).isEqualTo(60_000);
        assertThat(options.getVoice()).isNull();
        assertThat(endpoint.getCaption()).isNull();
    }
}
