package org.cameld360.media.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.impl.DefaultCamelContext;
import org.cameld360.media.ErrorFacts;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.client.ApiOperation;
import org.cameld360.media.component.D360MediaComponent;
import org.cameld360.media.observe.Figures;
import org.cameld360.media.observe.Meters;
import org.cameld360.media.observe.Observer;
import org.cameld360.media.observe.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on operating and the dashboard name what there is. */
class OperatingPageTest {

    private static final Path DOCS = Path.of("../docs");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @BeforeEach
    void everyMeterHasCounted() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("meters", registry);
            Observer observer = Meters.observer(context, new Figures(Clock.systemUTC()));
            observer.ended(ApiOperation.SEND, Duration.ofMillis(5), null);
            observer.ended(
                    ApiOperation.SEND,
                    Duration.ofMillis(5),
                    new SendInDoubtException("in doubt", ErrorFacts.NONE, null));
            observer.heldBack(ApiOperation.UPLOAD, Duration.ofMillis(5));
            observer.moved(ApiOperation.UPLOAD, 3);
            observer.rejected("size");
            observer.repeated(ApiOperation.GET);
            observer.reused();
        }
    }

    @Test
    void thePageNamesEveryMeterAndEveryTag() throws IOException {
        String page = Files.readString(DOCS.resolve("operating.md"));
        Set<String> named = found(Pattern.compile("\\| `(d360\\.[a-z.]+)`"), page);

        assertThat(named)
                .isEqualTo(registry.getMeters().stream()
                        .map(meter -> meter.getId().getName())
                        .collect(Collectors.toSet()));
        assertThat(registry.getMeters().stream().map(Meter::getId).flatMap(id -> id.getTags().stream()))
                .allSatisfy(tag -> assertThat(page).contains("`" + tag.getKey() + "`"));
        assertThat(Stream.of(ApiOperation.values()).map(operation -> "`" + operation.value() + "`"))
                .allMatch(page::contains);
    }

    @Test
    void thePageNamesEveryOutcomeThatACallCanHave() throws IOException {
        String page = Files.readString(DOCS.resolve("operating.md"));

        assertThat(Stream.of(Outcome.values())
                        .filter(outcome -> outcome != Outcome.REJECTED && outcome != Outcome.PARTLY)
                        .map(outcome -> "`" + outcome.value() + "`"))
                .allMatch(page::contains);
    }

    @Test
    void thePageNamesEveryAttributeOfTheMBean() throws IOException {
        String page = Files.readString(DOCS.resolve("operating.md"));

        assertThat(Stream.of(D360MediaComponent.class.getMethods())
                        .filter(method -> method.isAnnotationPresent(ManagedAttribute.class))
                        .map(Method::getName)
                        .map(getter -> "`" + getter.substring("get".length()) + "`"))
                .isNotEmpty()
                .allMatch(page::contains);
    }

    @Test
    void theDashboardAsksForMetersThatPrometheusGets() throws IOException {
        Set<String> scraped = found(Pattern.compile("(?m)^(d360_media_[a-z_]+)\\{?"), registry.scrape());
        Set<String> asked = found(
                Pattern.compile("(d360_media_[a-z_]+)"), Files.readString(DOCS.resolve("grafana-dashboard.json")));

        assertThat(asked).hasSizeGreaterThan(5).isSubsetOf(scraped);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }
}
