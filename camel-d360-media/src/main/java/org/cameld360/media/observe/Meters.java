package org.cameld360.media.observe;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/** Who observes: the component's own figures, and meters where Micrometer is there. */
public final class Meters {

    private static final boolean MICROMETER = isThere("io.micrometer.core.instrument.MeterRegistry");

    private Meters() {}

    /** The figures, and meters on the registry of the context where it has one. */
    public static Observer observer(CamelContext context, Figures figures) {
        List<Observer> observers = new ArrayList<>(List.of(figures));
        Observer meters = MICROMETER ? MicrometerObserver.find(context) : null;
        if (meters != null) {
            observers.add(meters);
        }
        return new Observers(observers);
    }

    private static boolean isThere(String type) {
        try {
            @Nullable Class<?> found = Class.forName(type, false, Meters.class.getClassLoader());
            return found != null;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
