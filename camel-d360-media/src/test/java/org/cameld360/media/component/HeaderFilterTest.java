package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.spi.Metadata;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Headers are instructions, so outsiders must not set them; all have names that Camel's own filters keep out. */
class HeaderFilterTest {

    static Stream<String> headers() {
        return Stream.of(D360MediaConstants.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(Metadata.class))
                .map(HeaderFilterTest::name)
                .flatMap(name -> Stream.of(name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void whatComesByHttpSetsNoHeaderOfOurs(String name) {
        DefaultExchange exchange = new DefaultExchange(new DefaultCamelContext());
        HeaderFilterStrategy filter = new HttpHeaderFilterStrategy();

        assertThat(filter.applyFilterToExternalHeaders(name, "x", exchange)).isTrue();
        assertThat(filter.applyFilterToCamelHeaders(name, "x", exchange)).isTrue();
        assertThat(filter.applyFilterToExternalHeaders("X-Other", "x", exchange))
                .isFalse();
    }

    private static String name(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
