package org.cameld360.media.springboot;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.cameld360.media.component.D360MediaComponent;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Sets up the component {@code d360-media} by {@code camel.component.d360-media.*}, unless {@code camel.component.d360-media.enabled=false}. */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", ComponentOptions.PREFIX})
public class D360MediaAutoConfiguration {

    /** Called by Camel when it makes the component. */
    @Lazy
    @Bean
    ComponentCustomizer d360MediaOptions(CamelContext context, Environment environment) {
        return ComponentCustomizer.builder(D360MediaComponent.class)
                .build(component -> new ComponentOptions(context, component).setFrom(environment));
    }
}
