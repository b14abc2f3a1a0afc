package org.cameld360.simulator.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.simulator.Inbound.inbound;
import static org.cameld360.simulator.Inbound.inboundText;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Makes the pictures of the docs, into {@code target/screenshots}. */
class ScreenshotIT {

    private static final Path FOLDER = Path.of("target", "screenshots");

    @RegisterExtension
    private final PageExtension extension = new PageExtension();

    @Test
    void showsAConversationWithAllKinds() throws Exception {
        talk();
        Page page = extension.page().size(1180, 1070).light().open("#/chat/" + Sender.PERSON);
        picture(page, "simulator.png");
        page.dark();
        picture(page, "dark.png");
        page.size(360, 740);
        picture(page, "phone-dark.png");
        page.light();
        picture(page, "phone-light.png");
        page.open("#/");
        picture(page, "phone-list.png");
        page.open("#/calls");
        picture(page, "phone-calls.png");
        page.open("#/chat/" + Sender.PERSON);
        page.one("#files").sendKeys(Samples.file("voice.ogg") + "\n" + Samples.file("lake.jpg"));
        page.visible(".tray li");
        page.<Object>script("document.getElementById('scroller').scrollTop -= 500");
        picture(page, "phone-tray.png");
        page.size(1180, 1070).open("#/calls");
        page.one(".call.refused summary").click();
        picture(page, "calls.png");
        page.dark();
        picture(page, "calls-dark.png");

        assertThat(Files.size(FOLDER.resolve("simulator.png"))).isLessThan(300_000);
    }

    private void talk() {
        Sender sender = extension.sender();
        extension
                .simulator()
                .receive(inboundText("Is the *blue one* still there?")
                        .from("447700900123")
                        .named("Grace Hopper"));
        sender.text("447700900123", "It is! We keep it for you until Friday.");
        sender.send(
                "33612345678",
                "document",
                sender.upload("table.csv", "text/plain", Samples.read("table.csv")),
                "\"filename\":\"prices.csv\"");
        sender.send(
                "12125550147",
                "video",
                sender.upload("clip.mp4", "video/mp4", Samples.read("video-truncated.mp4")),
                "");

        person("Hi! How does the *lake house* look in the evening?");
        String question = extension
                .simulator()
                .receive(inboundText("And what does it cost?")
                        .from(Sender.PERSON)
                        .named("Ada Lovelace"))
                .id();
        sender.sendSample("video", "lake.mp4", "video/mp4", "");
        sender.send(
                Sender.PERSON,
                "image",
                sender.upload("lake.jpg", "image/jpeg", Samples.read("lake.jpg")),
                "\"caption\":\"Yesterday, a quarter past nine\"");
        sender.sendSample("audio", "voice.ogg", "audio/ogg", "\"voice\":true");
        sender.message(
                Sender.PERSON,
                "document",
                "{\"id\":\"" + sender.upload("invoice.pdf", "application/pdf", Samples.read("invoice.pdf"))
                        + "\",\"filename\":\"Offer 2026-0117.pdf\"}",
                question);
        extension
                .simulator()
                .receive(inbound("image/webp", Samples.read("star.webp"))
                        .from(Sender.PERSON)
                        .named("Ada Lovelace"));
        sender.send(Sender.PERSON, "image", sender.upload("map.png", "image/png", Samples.read("invoice.pdf")), "");
        sender.tryUpload("page.html", "text/html", Samples.read("table.csv"));
        Page.waiting(Duration.ofSeconds(20)).until(() -> extension.simulator().messages().stream()
                .allMatch(
                        message -> extension.simulator().statuses(message.id()).size() >= 1));
        extension.simulator().travel(Duration.ofSeconds(10));
    }

    private void person(String text) {
        extension.simulator().receive(inboundText(text).from(Sender.PERSON).named("Ada Lovelace"));
    }

    private static void picture(Page page, String name) {
        Page.await("what can be seen is loaded", () -> page.all(".loading").stream()
                .noneMatch(page::isInView));
        page.<Object>script("document.activeElement.blur()");
        page.screenshot(FOLDER.resolve(name));
    }
}
