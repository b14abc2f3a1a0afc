package org.cameld360.simulator.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.simulator.Inbound.inbound;
import static org.cameld360.simulator.Inbound.inboundText;

import java.util.List;
import java.util.Map;
import org.cameld360.simulator.D360Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ten thousand messages, nine thousand of them in one chat. */
class ManyMessagesIT {

    @RegisterExtension
    private final PageExtension extension = new PageExtension();

    @Test
    void staysUsableWithTenThousandMessages() {
        D360Simulator simulator = extension.simulator();
        byte[] photo = Samples.read("photo.jpg");
        for (int i = 0; i < 10_000; i++) {
            String person = i % 10 == 0 ? "4477009" + (10_000 + i % 2_000) : Sender.PERSON;
            simulator.receive(
                    i % 50 == 1
                            ? inbound("image/jpeg", photo).from(person).withCaption("Photo " + i)
                            : inboundText("This is text number " + i + ", long enough to need a second line")
                                    .from(person));
        }
        String last =
                simulator.receive(inboundText("The newest").from(Sender.PERSON)).id();

        Page page = extension.page();
        page.driver().executeCdpCommand("Performance.enable", Map.of());
        page.open("#/chat/" + Sender.PERSON);
        page.message(last);
        double shown = page.<Number>script("return performance.now()").doubleValue();
        assertThat(page.isInView(page.message(last))).isTrue();
        assertThat(page.all("#messages li.message")).hasSizeLessThanOrEqualTo(200);
        assertThat(page.all("#people-list li")).hasSizeLessThanOrEqualTo(120);

        settle(page);
        Metrics before = Metrics.of(page);
        String next = extension.sender().text(Sender.PERSON, "One more");
        page.message(next);
        settle(page);
        Metrics after = Metrics.of(page);

        double longest = scrollThrough(page);
        page.one("#to-newest").click();
        String lastOfMany = "";
        long begun = System.nanoTime();
        for (int i = 0; i < 3_000; i++) {
            lastOfMany = simulator
                    .receive(inboundText("One of many, " + i).from(Sender.PERSON))
                    .id();
        }
        page.message(lastOfMany);
        double caughtUp = (System.nanoTime() - begun) / 1e6;

        System.out.printf(
                "10,000 messages: shown after %.0f ms with %d elements and %.0f MB of script heap; "
                        + "one new message costs %.1f ms of script and %.1f ms of all work; the longest frame while scrolling takes %.0f ms; "
                        + "3,000 more were shown %.0f ms after the first of them was sent%n",
                shown,
                after.nodes(),
                after.heap() / 1e6,
                after.script() - before.script(),
                after.task() - before.task(),
                longest,
                caughtUp);
        assertThat(shown).isLessThan(8_000);
        assertThat(after.script() - before.script()).isLessThan(200);
        assertThat(after.nodes()).isLessThan(20_000);
        assertThat(page.isInView(page.message(lastOfMany))).isTrue();
        assertThat(page.all("#messages li.message")).hasSizeLessThanOrEqualTo(200);
        page.assertNoComplaints();
    }

    /** Waits until nothing changes any more. */
    private static void settle(Page page) {
        page.driver()
                .executeAsyncScript(
                        "const done = arguments[0]; setTimeout(() => requestIdleCallback(() => done(null)), 500)");
    }

    /** Up by 20,000 pixels, and back to the end. */
    private static double scrollThrough(Page page) {
        Number longest = (Number) page.driver().executeAsyncScript("""
                        const done = arguments[0];
                        const scroller = document.getElementById('scroller');
                        let last = performance.now(), longest = 0, steps = 0;
                        const step = () => {
                          const now = performance.now();
                          longest = Math.max(longest, steps > 0 ? now - last : 0);
                          last = now;
                          if (steps++ === 100) {
                            done(longest);
                            return;
                          }
                          scroller.scrollTop -= 200;
                          requestAnimationFrame(step);
                        };
                        requestAnimationFrame(step);
                        """);
        assertThat(page.one("#to-newest").isDisplayed()).isTrue();
        return longest.doubleValue();
    }

    /** Times in milliseconds, as Chromium adds them up. */
    private record Metrics(double script, double task, double heap, int nodes) {

        @SuppressWarnings("unchecked")
        static Metrics of(Page page) {
            List<Map<String, Object>> all = (List<Map<String, Object>>) page.driver()
                    .executeCdpCommand("Performance.getMetrics", Map.of())
                    .get("metrics");
            return new Metrics(
                    value(all, "ScriptDuration") * 1_000,
                    value(all, "TaskDuration") * 1_000,
                    value(all, "JSHeapUsedSize"),
                    page.<Number>script("return document.querySelectorAll('*').length")
                            .intValue());
        }

        private static double value(List<Map<String, Object>> metrics, String name) {
            return metrics.stream()
                    .filter(metric -> metric.get("name").equals(name))
                    .map(metric -> ((Number) metric.get("value")).doubleValue())
                    .findFirst()
                    .orElseThrow();
        }
    }
}
