package org.cameld360.media.it.secrecy;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Camel shows of the URIs and properties that it was given to read. It does so before any component is asked, for every
 * component, and with passwords all the same. It is named here place by place, so that a new one is noticed.
 */
final class CamelItself {

    /** Keys in endpoint URIs and properties, as they are or escaped. No other key ever passes through Camel's hands. */
    private static final Pattern GIVEN_TO_CAMEL =
            Pattern.compile("NEVERSHOW-(uri-.{1,40}?|placeholder|dynamic|main)-TAIL5EA1ED");

    private static final Set<String> PLACES = Set.of(
            "endpoint registry key",
            // meant for development, off by default
            "dev console main-configuration as JSON",
            "dev console properties as JSON",
            "dev console properties as TEXT",
            "dev console route-dump as JSON",
            "dev console route-dump as TEXT",
            // properties as they are read
            "log DEBUG org.apache.camel.component.properties.DefaultPropertiesParser",
            "log DEBUG org.apache.camel.impl.engine.DefaultCamelContextExtension",
            "log DEBUG org.apache.camel.main.BaseMainSupport",
            "log DEBUG org.apache.camel.main.MainHelper",
            "log TRACE org.apache.camel.component.properties.DefaultPropertiesLookup",
            "log TRACE org.apache.camel.component.properties.PropertiesComponent",
            // endpoint URIs before the component gets them, and the keys of the endpoint registry
            "log TRACE org.apache.camel.component.bean.MethodInfo",
            "log TRACE org.apache.camel.impl.engine.AbstractCamelContext",
            "log TRACE org.apache.camel.management.JmxManagementLifecycleStrategy",
            "log TRACE org.apache.camel.support.DefaultComponent",
            "log TRACE org.apache.camel.support.EndpointHelper");

    private CamelItself() {}

    /** The text without what Camel shows there by itself. */
    static String leftOut(String where, String text) {
        return PLACES.contains(where) ? GIVEN_TO_CAMEL.matcher(text).replaceAll("") : text;
    }
}
