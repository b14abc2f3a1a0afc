package org.cameld360.testing.springboot.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** With a property that can't be meant, the application does not start, and says why. */
class WrongPropertiesTest {

    @Test
    void anUnknownOptionIsNamedWithThoseThatThereAre() {
        startedWith("camel.component.d360-media.api-kye=k")
                .hasMessageStartingWith(
                        "camel.component.d360-media.api-kye is no option. There are api-key, api-version, ");
    }

    @Test
    void aValueThatIsNoNumberIsNamed() {
        startedWith("camel.component.d360-media.max-retries=many").hasMessageContaining("many");
    }

    @Test
    void aValueThatIsNoneOfThoseAllowedIsNamedWithThem() {
        startedWith("camel.component.d360-media.api-version=v3")
                .hasMessageContaining("v3")
                .hasMessageContaining("v1")
                .hasMessageContaining("v2");
    }

    private static AbstractThrowableAssert<?, ?> startedWith(String property) {
        return assertThatThrownBy(() -> new SpringApplicationBuilder(MediaApplication.class)
                        .web(WebApplicationType.NONE)
                        .run("--camel.component.d360-media.api-key=a-key-of-no-use", "--" + property)
                        .close())
                .rootCause();
    }
}
