package org.cameld360.media.component;

import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;
import org.cameld360.media.client.TrafficGuard;

/** The traffic guard of a Camel context: 360dialog counts what a key asks for, not which component asks. */
final class SharedTraffic {

    private SharedTraffic() {}

    static TrafficGuard guardOf(CamelContext context) {
        ExtendedCamelContext extension = context.getCamelContextExtension();
        synchronized (extension) {
            TrafficGuard guard = extension.getContextPlugin(TrafficGuard.class);
            if (guard == null) {
                guard = new TrafficGuard(System::nanoTime);
                extension.addContextPlugin(TrafficGuard.class, guard);
            }
            return guard;
        }
    }
}
