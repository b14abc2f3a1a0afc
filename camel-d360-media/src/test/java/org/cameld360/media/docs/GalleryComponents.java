package org.cameld360.media.docs;

import org.cameld360.media.component.D360MediaComponent;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;

/** The component as an application would configure it, pointed at the simulator. */
final class GalleryComponents {

    private GalleryComponents() {}

    static D360MediaComponent forSimulator(D360Simulator simulator, ApiVersion version) {
        D360MediaComponent component = new D360MediaComponent();
        component.getConfiguration().setApiKey(simulator.apiKey());
        component.getConfiguration().setApiVersion(version.name());
        component.getConfiguration().setBaseUrl(simulator.baseUrl(version));
        return component;
    }
}
