package org.cameld360.testing.springboot;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.util.CamelPropertiesHelper;
import org.cameld360.media.component.D360MediaComponent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Gives the component its properties, as a starter would. */
@Configuration
public class D360MediaOptions {

    @Bean
    ComponentCustomizer d360Media(CamelContext context, Environment environment) {
        Map<String, Object> options = Binder.get(environment)
                .bind("camel.component.d360-media", Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of());
        return ComponentCustomizer.builder(D360MediaComponent.class)
                .build(component -> CamelPropertiesHelper.setCamelProperties(
                        context, component, new LinkedHashMap<>(options), true));
    }
}
