package org.cameld360.media.component;

import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.PluginHelper;
import org.cameld360.media.media.Rejections;

/** Says of an option that could not be set what may be written there. */
final class OptionTypes {

    /** They are stored in milliseconds, so their type alone doesn't tell. */
    private static final Set<String> TIMES = Set.of("connectTimeout", "responseTimeout", "retryDelay", "maxRetryDelay");

    private OptionTypes() {}

    static IllegalArgumentException explain(PropertyBindingException failure, CamelContext context) {
        String option = failure.getPropertyName();
        return new IllegalArgumentException(
                "The option " + option + " can't be '" + Rejections.shown(String.valueOf(failure.getValue()))
                        + "'. Allowed: " + allowed(option, context) + ".",
                failure);
    }

    private static String allowed(String option, CamelContext context) {
        if (TIMES.contains(option)) {
            return "a time such as 500 (milliseconds), 10s or 1m";
        }
        PropertyConfigurer configurer =
                PluginHelper.getConfigurerResolver(context).resolvePropertyConfigurer("d360-media-endpoint", context);
        Class<?> type = configurer instanceof PropertyConfigurerGetter getter
                ? (Class<?>) getter.getOptionType(option, true)
                : null;
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class) {
            return "a whole number";
        }
        return type == null ? "see the documentation" : "a bean of the type " + type.getName();
    }
}
