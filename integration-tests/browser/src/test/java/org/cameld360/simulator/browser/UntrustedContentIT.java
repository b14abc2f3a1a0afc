package org.cameld360.simulator.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.simulator.Inbound.inbound;
import static org.cameld360.simulator.Inbound.inboundText;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.cameld360.simulator.ReceivedInbound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What others send doesn't become part of the page, and doesn't run. */
class UntrustedContentIT {

    private static final String SCRIPT =
            "localStorage.setItem('ran', 'yes'); document.title = 'ran'; fetch('/_simulator/api/reset', {method: 'POST'})";
    private static final byte[] HTML =
            utf8("<!doctype html><html><head><title>No</title></head><body onload=\"" + SCRIPT.replace('"', '\'')
                    + "\"><script>" + SCRIPT + "</script><img src=x onerror=\"" + SCRIPT + "\"></body></html>");
    private static final byte[] SVG =
            utf8("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\" onload=\"" + SCRIPT + "\"><script>"
                    + SCRIPT + "</script></svg>");

    @RegisterExtension
    private final PageExtension extension = new PageExtension();

    @ParameterizedTest
    @CsvSource({
        "html, text/html",
        "svg, application/xhtml+xml",
        "html, image/png",
        "html, audio/ogg",
        "html, video/mp4",
        "html, application/pdf",
        "html, nonsense/nothing",
        "svg, image/svg+xml",
        "svg, image/webp",
        "svg, text/xml"
    })
    void uploadedMarkupDoesNotRunInThePageNorByItsOwnAddress(String content, String contentType) {
        ReceivedInbound received = extension
                .simulator()
                .receive(
                        inbound(contentType, content.equals("svg") ? SVG : HTML).from(Sender.PERSON));
        extension
                .simulator()
                .receive(inbound(contentType, content.equals("svg") ? SVG : HTML)
                        .from(Sender.PERSON)
                        .withFileName("harmless." + content));
        Page page = extension.page().open();
        Page.await("both as files to be saved", () -> page.all("a.file").size() == 2);
        assertThat(page.all("iframe, object, embed")).isEmpty();
        String id = received.media().id();
        String address = extension.simulator().pageUrl() + "_simulator/media/" + id;
        assertNothingRan(page);

        page.driver().executeCdpCommand("Browser.setDownloadBehavior", Map.of("behavior", "deny"));
        page.driver().get(address);
        page.driver().get(extension.simulator().pageUrl());
        page.script(
                "return new Promise(done => { const frame = document.createElement('iframe'); frame.onload = done; frame.src = arguments[0];"
                        + "document.body.append(frame); setTimeout(done, 300) })",
                "/_simulator/media/" + id);
        assertNothingRan(page);

        HttpHeaders headers =
                Sender.http(HttpRequest.newBuilder(URI.create(address)).build()).headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox; default-src 'none'");
        assertThat(headers.firstValue("Content-Type").orElseThrow()).doesNotContain("html", "xml", "svg");
    }

    @Test
    void textsCaptionsAndNamesAreNothingButText() {
        String markup = "<img src=x onerror=\"" + SCRIPT + "\"><script>" + SCRIPT + "</script>";
        String picture = extension
                .simulator()
                .receive(inbound("image/png", Samples.read("photo.png"))
                        .from(Sender.PERSON)
                        .withCaption(markup))
                .id();
        String file = extension
                .simulator()
                .receive(inbound("application/pdf", Samples.read("invoice.pdf"))
                        .from(Sender.PERSON)
                        .withFileName(markup + "\u202egpj.exe"))
                .id();
        extension.simulator().receive(inboundText(markup).from(Sender.PERSON).named(markup));
        extension.sender().tryMessage("{\"to\":\"<script>" + SCRIPT.replace("'", "") + "</script>\"}");
        Page page = extension.page().open();

        assertThat(page.message(picture).findElement(By.className("text")).getText())
                .isEqualTo(markup);
        assertThat(page.message(file).findElement(By.className("file-name")).getText())
                .isEqualTo(markup + "\ufffdgpj.exe");
        assertThat(page.one(".person-name").getText()).isEqualTo(markup);
        page.one("#tab-calls").click();
        page.visible(".call summary").click();
        assertThat(page.visible(".call pre").getText()).contains("<script>");
        assertNothingRan(page);
        page.assertNoComplaints();
    }

    @Test
    void addressesInTextsAreLinksThatNobodyFollowsUnasked() {
        String id = extension
                .simulator()
                .receive(inboundText("See https://127.0.0.1:9/a?b=*c*, javascript:alert(1) and *http://127.0.0.1:9/d*.")
                        .from(Sender.PERSON))
                .id();
        Page page = extension.page().open();

        assertThat(page.message(id).findElements(By.tagName("a")).stream().map(link -> link.getDomAttribute("href")))
                .containsExactly("https://127.0.0.1:9/a?b=*c", "http://127.0.0.1:9/d");
        WebElement link = page.message(id).findElement(By.tagName("a"));
        assertThat(link.getDomAttribute("rel")).isEqualTo("noopener noreferrer");
        assertThat(link.getDomAttribute("target")).isEqualTo("_blank");
        page.assertNoComplaints();
    }

    @Test
    void thePageLetsNothingInlineRun() {
        Page page = extension.page().open();
        page.script(
                "const script = document.createElement('script'); script.textContent = arguments[0]; document.body.append(script);",
                SCRIPT);
        assertNothingRan(page);
        assertThat(page.complaints()).anyMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    private static void assertNothingRan(Page page) {
        assertThat(page.<String>script("return localStorage.getItem('ran')")).isNull();
        assertThat(page.driver().getTitle()).doesNotContain("ran");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
