package org.cameld360.media.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.cameld360.media.component.D360MediaComponent;
import org.cameld360.media.component.D360MediaConfiguration;
import org.cameld360.media.store.MediaStore;
import org.cameld360.media.store.MemoryMediaStore;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class D360MediaAutoConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class, D360MediaAutoConfiguration.class));

    @Test
    void setsOptionsOfEveryKindHoweverTheyAreSpelled() {
        application
                .withPropertyValues(
                        "camel.component.d360-media.api-key=RAW(a+b%c)",
                        "camel.component.d360-media.apiVersion=v2",
                        "camel.component.d360-media.response-timeout=7s",
                        "camel.component.d360-media.max_retries=9",
                        "camel.component.d360-media.reuse-media=true",
                        "camel.component.d360-media.max-size=12345678901",
                        "camel.component.d360-media.media-store=#bean:ids",
                        "host=http://127.0.0.1:1",
                        "camel.component.d360-media.base-url=${host}/v9")
                .withBean("ids", MediaStore.class, () -> new MemoryMediaStore(10))
                .run(context -> {
                    D360MediaConfiguration options = options(context.getBean(CamelContext.class));
                    assertThat(options.getApiVersion()).isEqualTo("v2");
                    assertThat(options.getResponseTimeout()).isEqualTo(7_000);
                    assertThat(options.getMaxRetries()).isEqualTo(9);
                    assertThat(options.isReuseMedia()).isTrue();
                    assertThat(options.getMaxSize()).isEqualTo(12_345_678_901L);
                    assertThat(options.getMediaStore()).isSameAs(context.getBean("ids"));
                    assertThat(options.getBaseUrl()).isEqualTo("http://127.0.0.1:1/v9");
                });
    }

    @Test
    void takesOptionsFromTheEnvironmentWhichWinOverTheFile() {
        application
                .withPropertyValues("camel.component.d360-media.api-key=of-the-file")
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "test-systemEnvironment",
                                Map.of("CAMEL_COMPONENT_D360MEDIA_APIKEY", "of-the-environment"))))
                .run(context -> assertThat(
                                options(context.getBean(CamelContext.class)).getApiKey())
                        .isEqualTo("of-the-environment"));
    }

    @Test
    void refusesAnOptionThatThereIsNotAndNamesThoseThatThereAre() {
        fails("camel.component.d360-media.api-kye=k", failure -> assertThat(failure)
                .rootCause()
                .hasMessageStartingWith(
                        "camel.component.d360-media.api-kye is no option. There are api-key, api-version, ")
                .hasMessageEndingWith("voice."));
    }

    @Test
    void refusesAValueThatTheOptionDoesNotTake() {
        fails(
                "camel.component.d360-media.max-retries=many",
                failure -> assertThat(failure).rootCause().hasMessageContaining("many"));
    }

    @Test
    void leavesTheComponentAloneWhereItIsSwitchedOff() {
        application
                .withPropertyValues(
                        "camel.component.d360-media.enabled=false", "camel.component.d360-media.api-version=v2")
                .run(context -> assertThat(
                                options(context.getBean(CamelContext.class)).getApiVersion())
                        .isNull());
    }

    private void fails(String property, Consumer<Throwable> as) {
        application.withPropertyValues(property).run(context -> {
            try {
                options(context.getBean(CamelContext.class));
            } catch (RuntimeException e) {
                as.accept(e);
                return;
            }
            throw new AssertionError("It was taken.");
        });
    }

    private static D360MediaConfiguration options(CamelContext camel) {
        return camel.getComponent("d360-media", D360MediaComponent.class).getConfiguration();
    }
}
