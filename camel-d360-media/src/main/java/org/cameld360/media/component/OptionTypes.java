package org.cameld360.media.component;

import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.PluginHelper;
import org.cameld360.media.media.Rejections;
import org.jspecify.annotations.Nullable;

/** Says of an option that could not be set what may be written there. */
final class OptionTypes {

    /** They are stored in milliseconds, so their type alone doesn't tell. */
    private static final Set<String> TIMES =
            Set.of("connectTimeout", "responseTimeout", "retryDelay", "maxRetryDelay", "maxHoldBack");

    private static final String TIME = "(?i)-?[0-9]{1,18}|([0-9]{1,9}(ms|s|m|h|d))+|PT[0-9HMS.]+";
    private static final String TIME_IN_WORDS = "a time such as 500 (milliseconds), 10s or 1m";
    private static final Set<String> NUMBERS = Set.of(
            "maxRetries",
            "maxConnections",
            "maxSize",
            "proxyPort",
            "maxUploadsPerSecond",
            "maxMessagesPerSecond",
            "maxFailedGets");

    private OptionTypes() {}

    /** Camel takes a text that it can't read as a number or a time for 0, so it is looked at before. */
    static void check(Map<String, Object> options) {
        options.forEach((name, value) -> {
            String text = String.valueOf(value).strip();
            boolean reference = text.startsWith("#");
            if (NUMBERS.contains(name) && !reference && !text.matches("-?[0-9]{1,18}")) {
                throw refused(name, text, "a whole number", null);
            }
            if (TIMES.contains(name) && !reference && !text.matches(TIME)) {
                throw refused(name, text, TIME_IN_WORDS, null);
            }
        });
    }

    static IllegalArgumentException explain(PropertyBindingException failure, CamelContext context) {
        String option = failure.getPropertyName();
        return refused(option, String.valueOf(failure.getValue()), allowed(option, context), failure);
    }

    private static IllegalArgumentException refused(
            String option, String value, String allowed, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "The option " + option + " can't be '" + Rejections.shown(value) + "'. Allowed: " + allowed + ".",
                cause);
    }

    private static String allowed(String option, CamelContext context) {
        if (TIMES.contains(option)) {
            return TIME_IN_WORDS;
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
