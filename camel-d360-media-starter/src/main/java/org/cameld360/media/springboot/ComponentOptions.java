package org.cameld360.media.springboot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.util.CamelPropertiesHelper;
import org.apache.camel.util.StringHelper;
import org.cameld360.media.component.D360MediaComponent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The options of the component, as its description lists them, from {@code camel.component.d360-media.*}. Spring Boot's rules
 * hold: {@code api-key}, {@code apiKey} and the environment variable {@code CAMEL_COMPONENT_D360MEDIA_APIKEY} are the same.
 */
final class ComponentOptions {

    static final String PREFIX = "camel.component.d360-media";

    /** What Camel's generator writes about the component. */
    private static final String DESCRIPTION = "/META-INF/org/cameld360/media/component/d360-media.json";

    private final CamelContext context;
    private final D360MediaComponent component;

    ComponentOptions(CamelContext context, D360MediaComponent component) {
        this.context = context;
        this.component = component;
    }

    /** Throws {@link IllegalArgumentException} where a property is no option, or its value none that the option takes. */
    void setFrom(Environment environment) {
        Binder binder = Binder.get(environment);
        Map<String, String> names = names();
        refuseUnknown(binder, names);
        Map<String, Object> values = new LinkedHashMap<>();
        names.values().forEach(name -> binder.bind(
                        PREFIX + "." + StringHelper.camelCaseToDash(name), Bindable.of(String.class))
                .ifBound(value -> values.put(name, value)));
        CamelPropertiesHelper.setCamelProperties(context, component, values, true);
    }

    /** By their uniform form, in which a property's name is compared: lower case, letters and digits only. */
    private static Map<String, String> names() {
        try (InputStream description = D360MediaComponent.class.getResourceAsStream(DESCRIPTION)) {
            JsonNode options = new ObjectMapper().readTree(description).path("componentProperties");
            return options.properties().stream()
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toMap(ComponentOptions::uniform, name -> name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseUnknown(Binder binder, Map<String, String> names) {
        Map<String, Object> all =
                binder.bind(PREFIX, Bindable.mapOf(String.class, Object.class)).orElse(Map.of());
        for (String name : all.keySet()) {
            String uniform = uniform(name);
            if (!names.containsKey(uniform) && !uniform.equals("enabled") && !uniform.startsWith("customizer")) {
                throw new IllegalArgumentException(PREFIX + "." + name + " is no option. There are "
                        + names.values().stream()
                                .map(StringHelper::camelCaseToDash)
                                .collect(Collectors.collectingAndThen(
                                        Collectors.toCollection(TreeSet::new), sorted -> String.join(", ", sorted)))
                        + ".");
            }
        }
    }

    private static String uniform(String name) {
        return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }
}
