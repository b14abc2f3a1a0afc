package org.cameld360.simulator.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.simulator.Inbound.inbound;
import static org.cameld360.simulator.Inbound.inboundText;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What axe finds, and what it leaves open. */
class AccessibilityIT {

    private static final String LONG = "Donaudampfschifffahrtsgesellschaft".repeat(6);

    @RegisterExtension
    private final PageExtension extension = new PageExtension();

    @BeforeEach
    void talk() {
        Sender sender = extension.sender();
        extension
                .simulator()
                .receive(inboundText("See `this`: https://127.0.0.1/ *now*")
                        .from("447700900123")
                        .named("Grace"));
        String question = extension
                .simulator()
                .receive(inboundText("One").from(Sender.PERSON).named("Ada"))
                .id();
        sender.message(Sender.PERSON, "text", "{\"body\":\"Two, see https://127.0.0.1/\"}", question);
        extension
                .simulator()
                .receive(inbound("application/pdf", Samples.read("invoice.pdf"))
                        .from(Sender.PERSON)
                        .withFileName("signed.pdf")
                        .replyingTo(question));
        extension
                .simulator()
                .receive(inbound("audio/ogg", Samples.read("voice.ogg"))
                        .from(Sender.PERSON)
                        .asVoice());
        sender.sendSample("image", "photo.jpg", "image/jpeg", "");
        sender.sendSample("image", "photo.jpg", "image/jpeg", "\"caption\":\"A caption\"");
        sender.sendSample("sticker", "sticker.webp", "image/webp", "");
        sender.sendSample("video", "lake.mp4", "video/mp4", "");
        sender.sendSample("audio", "audio.mp3", "audio/mpeg", "");
        sender.sendSample("document", "invoice.pdf", "application/pdf", "\"filename\":\"invoice.pdf\"");
        sender.sendSample(
                "document",
                "invoice.pdf",
                "application/pdf",
                "\"filename\":\"" + LONG + ".pdf\",\"caption\":\"" + LONG + "\"");
        sender.sendSample("image", "invoice.pdf", "image/png", "");
        sender.tryUpload("page.html", "text/html", Samples.read("table.csv"));
        extension.simulator().travel(Duration.ofMinutes(1));
        sender.text("447700900123", "Unread");
    }

    @ParameterizedTest
    @CsvSource({"light, 1280, 900", "dark, 1280, 900", "light, 360, 740", "dark, 360, 740"})
    void hasNoKnownBarriersAndEnoughContrast(String scheme, int width, int height) {
        Page page = extension.page().media("prefers-color-scheme", scheme).size(width, height);

        page.open("#/chat/" + Sender.PERSON);
        Page.await("all messages", () -> page.all("#messages li.message").size() == 12);
        Page.await("the failure", () -> page.all("#messages .failure").stream().anyMatch(one -> one.isDisplayed()));
        page.one("#files").sendKeys(Samples.file("photo.png").toString());
        page.visible(".tray li");
        assertGood(page);
        if (width < 760) {
            page.open("#/");
            page.visible("#people-list li");
            assertGood(page);
        }
        page.one("#new-person").click();
        page.visible("#person");
        assertGood(page);
        page.open("#/calls");
        page.visible(".call.refused summary").click();
        page.visible(".both");
        assertGood(page);
        page.one("#open-settings").click();
        page.visible("#settings code");
        assertGood(page);
        page.assertNoComplaints();
    }

    @Test
    void hasLandmarksHeadingsAndALiveRegion() {
        Page page = extension.page().open();
        page.one("#messages li.message");

        assertThat(page.all("main")).hasSize(1);
        assertThat(page.all("nav, header")).hasSize(2);
        assertThat(page.all("h1")).hasSize(1);
        assertThat(page.one("#announcements").getDomAttribute("aria-live")).isEqualTo("polite");
        assertThat(page.one("html").getDomAttribute("lang")).isEqualTo("en");
    }

    private static void assertGood(Page page) {
        assertThat(barriers(page)).isEmpty();
        assertThat(page.<List<String>>script(CONTRAST)).isEmpty();
        assertThat(page.<List<String>>script(NAMELESS)).isEmpty();
        assertThat(page.<List<String>>script(TOO_WIDE)).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<String> barriers(Page page) {
        page.script(AXE);
        return (List<String>) page.driver()
                .executeAsyncScript("const done = arguments[0];"
                        + "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then("
                        + "found => done(found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ' ' + node.html + ' ' + node.failureSummary))),"
                        + "problem => done([String(problem)]))");
    }

    private static final String AXE = axe();

    /** Texts with less than the contrast that WCAG 2 AA wants, over the nearest background that covers; axe leaves out what lies over pictures. */
    private static final String CONTRAST = """
            const parse = css => { const n = css.match(/[0-9.]+/g).map(Number); return [n[0], n[1], n[2], n[3] ?? 1]; };
            const over = (top, under) => [0, 1, 2].map(i => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
            const light = c => { const [r, g, b] = c.slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
              return .2126 * r + .7152 * g + .0722 * b; };
            const behind = element => { const layers = [];
              for (let e = element; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c[3] > 0) layers.push(c); if (c[3] === 1) break; }
              return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]); };
            const poor = [];
            const walker = document.createTreeWalker(document.querySelector('dialog[open]') ?? document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const element = walker.currentNode.parentElement;
              if (!walker.currentNode.data.trim() || !element.checkVisibility({visibilityProperty: true, opacityProperty: true})
                || element.closest('.visually-hidden, .skip, video, option')) continue;
              const style = getComputedStyle(element);
              const under = behind(element);
              const text = over(parse(style.color), under);
              const [high, low] = [light(text), light(under)].sort((a, b) => b - a);
              const ratio = (high + .05) / (low + .05);
              const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
              if (ratio < (large ? 3 : 4.5)) poor.push(ratio.toFixed(2) + ' ' + element.className + ': ' + walker.currentNode.data);
            }
            return poor;
            """;

    private static final String NAMELESS = """
            const named = control => control.getAttribute('aria-label') || control.labels?.length || control.textContent.trim()
              || (control.getAttribute('aria-labelledby') && document.getElementById(control.getAttribute('aria-labelledby')));
            return [...document.querySelectorAll('button, a, input, select, textarea, video, progress, summary, dialog, img')]
              .filter(control => control.checkVisibility() && !(control.tagName === 'IMG' ? control.hasAttribute('alt') : named(control)))
              .map(control => control.outerHTML.slice(0, 200));
            """;

    private static final String TOO_WIDE = """
            const wide = [...document.querySelectorAll('html, body, main, .scroller, #people-list, .calls-panel, dialog')]
              .filter(box => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1);
            return wide.map(box => box.tagName + '#' + box.id + ' ' + box.scrollWidth + ' > ' + box.clientWidth);
            """;

    private static String axe() {
        try (InputStream in = AccessibilityIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
