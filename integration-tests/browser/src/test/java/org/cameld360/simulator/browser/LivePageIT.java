package org.cameld360.simulator.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.simulator.Inbound.inboundText;

import java.time.Duration;
import java.util.List;
import org.cameld360.simulator.D360Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

class LivePageIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @RegisterExtension
    private final PageExtension extension = new PageExtension();

    @Test
    void showsAnAcceptedMessageWithinTwoSeconds() {
        Page page = extension.page().open();
        assertThat(page.visible("#no-people").getText()).startsWith("Nobody was written to yet");
        String media = extension.sender().upload("photo.jpg", "image/jpeg", Samples.read("photo.jpg"));

        String id = extension.sender().send(Sender.PERSON, "image", media, "\"caption\":\"Hello\"");

        Page.waiting(AT_ONCE)
                .until(() -> page.<Number>script(
                                        "return document.querySelector(`[data-id='${arguments[0]}'] img`)?.naturalWidth ?? 0",
                                        id)
                                .intValue()
                        == 256);
        assertThat(page.all("#people-list li")).hasSize(1);
        assertThat(page.text("#announcements")).contains("Your business, Photo, Hello");
        page.assertNoComplaints();
    }

    @Test
    void turnsTheTicksBlueOnceAMessageIsReadAndLeavesTheRestAlone() {
        Page page = extension.page().open();
        String id = extension.sender().sendSample("video", "lake.mp4", "video/mp4", "");
        WebElement video = page.message(id).findElement(By.tagName("video"));

        extension.simulator().travel(Duration.ofMinutes(1));

        Page.await("read", () -> page.message(id)
                .findElement(By.className("ticks"))
                .getDomAttribute("title")
                .equals("Read"));
        int[] colour =
                Colours.rgb(page.message(id).findElement(By.className("ticks")).getCssValue("color"));
        assertThat(colour[2]).as("blue").isGreaterThan(colour[1]).isGreaterThan(2 * colour[0]);
        assertThat(video.isDisplayed()).as("the same element as before").isTrue();
    }

    @Test
    void showsAFailureInRedWithTheWordsOfTheApi() {
        String id = extension
                .sender()
                .send(
                        Sender.PERSON,
                        "image",
                        extension.sender().upload("photo.png", "image/png", Samples.read("invoice.pdf")),
                        "");
        Page page = extension.page().open();
        extension.simulator().travel(Duration.ofMinutes(1));

        WebElement failure = page.message(id).findElement(By.className("failure"));
        Page.await("the failure", failure::isDisplayed);
        var failed = extension.simulator().statuses(id).get(0).failure();
        assertThat(failed).isNotNull();
        assertThat(failure.getText())
                .startsWith("Not delivered.")
                .contains(failed.title(), String.valueOf(failed.code()), failed.details());
        int[] colour = Colours.rgb(failure.getCssValue("color"));
        assertThat(colour[0]).isGreaterThan(2 * colour[1]).isGreaterThan(2 * colour[2]);
        assertThat(page.visible(".person-last.bad").isDisplayed()).isTrue();
    }

    @Test
    void showsTheRuleThatRefusedACall() {
        Page page = extension.page().open();
        extension.sender().sendSample("image", "photo.jpg", "image/jpeg", "");
        extension.sender().tryUpload("page.html", "text/html", Samples.read("table.csv"));
        extension
                .sender()
                .tryMessage("{\"messaging_product\":\"whatsapp\",\"to\":\"" + Sender.PERSON
                        + "\",\"type\":\"image\",\"image\":{\"id\":\"1\",\"caption\":\"" + "x".repeat(1_025) + "\"}}");

        Page.await(
                "how many were refused",
                () -> page.one("#refused-count").getText().equals("2 refused"));
        page.one("#tab-calls").click();
        Page.await("all calls", () -> page.all(".call").size() == 4);
        page.one("#refused-only").click();
        Page.await("the refused ones", () -> page.all(".call").size() == 2);

        WebElement upload = page.all(".call").get(1);
        assertThat(upload.getText())
                .contains("POST", "/media", "400", "upload-type-not-supported", "Received file of type 'text/html'");
        upload.findElement(By.tagName("summary")).click();
        Page.await(
                "the answer on several lines",
                () -> upload.findElement(By.tagName("pre")).getText().startsWith("{\n  \"error\": {\n"));
        WebElement message = page.all(".call").get(0);
        message.findElement(By.tagName("summary")).click();
        Page.await(
                "request and answer",
                () -> message.findElements(By.tagName("pre")).size() == 2);
        assertThat(message.findElements(By.tagName("pre")).get(0).getText()).contains("\"caption\": \"xxx");
        assertThat(message.getText())
                .contains("Key SIMU")
                .doesNotContain(extension.simulator().apiKey());
        page.one("#refused-only").click();
        Page.await("all calls again", () -> page.all(".call").size() == 4);
        assertThat(page.all("details[open]")).as("what was open stays open").hasSize(2);
        page.assertNoComplaints();
    }

    @Test
    void staysWhereSomebodyReadsWhileNewMessagesArrive() {
        for (int i = 0; i < 150; i++) {
            extension.simulator().receive(inboundText("Text " + i).from(Sender.PERSON));
        }
        Page page = extension.page().open();
        Page.await(
                "the newest at the end",
                () -> page.isInView(page.all("#messages li.message")
                        .get(page.all("#messages li.message").size() - 1)));

        page.script("document.getElementById('scroller').scrollTop -= 1500");
        Page.await("the way to the newest", () -> page.one("#to-newest").isDisplayed());
        WebElement looked = page.all("#messages li.message").stream()
                .filter(page::isInView)
                .skip(3)
                .findFirst()
                .orElseThrow();
        int before = looked.getRect().y;
        extension.sender().sendSample("image", "photo.jpg", "image/jpeg", "");
        extension.sender().text(Sender.PERSON, "Something new");

        Page.await("how many are new", () -> page.one("#to-newest").getText().equals("2 new messages"));
        assertThat(looked.getRect().y).isBetween(before - 2, before + 2);

        page.one("#to-newest").click();
        Page.await(
                "the newest",
                () -> page.isInView(page.message(page.script(
                        "return [...document.querySelectorAll('#messages li.message')].at(-1).dataset.id"))));
        assertThat(page.one("#to-newest").isDisplayed()).isFalse();
        String next = extension.sender().text(Sender.PERSON, "And more");
        Page.await("the page to follow", () -> page.isInView(page.message(next)));
    }

    @Test
    void showsWhatIsOlderWithoutMovingWhatIsLookedAt() {
        for (int i = 0; i < 200; i++) {
            extension.simulator().receive(inboundText("Text " + i).from(Sender.PERSON));
        }
        Page page = extension.page().open();
        Page.await("the newest", () -> page.text("#messages").contains("Text 199"));
        String oldest = page.one("#messages li.message").getDomAttribute("data-id");

        List<Object> looked = page.script("const scroller = document.getElementById('scroller');"
                + "scroller.scrollTop = 400;"
                + "const edge = scroller.getBoundingClientRect().top + 100;"
                + "const item = [...document.querySelectorAll('#messages li.message')].find(one => one.getBoundingClientRect().top > edge);"
                + "return [item, Math.round(item.getBoundingClientRect().top)]");
        int before = ((Number) looked.get(1)).intValue();

        Page.await("older ones", () -> !page.one("#messages li.message")
                .getDomAttribute("data-id")
                .equals(oldest));
        assertThat(((WebElement) looked.get(0)).getRect().y).isBetween(before - 2, before + 2);
    }

    @Test
    void forgetsWhatTheSimulatorForgets() {
        extension.sender().text(Sender.PERSON, "Soon forgotten");
        Page page = extension.page().open();
        Page.await("the message", () -> page.all("#messages li.message").size() == 1);

        extension.simulator().reset();

        Page.await("nothing", () -> page.all("#people-list li, li.message").isEmpty());
        String id = extension.sender().text(Sender.PERSON, "New");
        Page.await("the new one", () -> page.message(id).isDisplayed());
    }

    @Test
    void takesHoldOfASimulatorThatWasStartedAgain() {
        D360Simulator first = D360Simulator.start();
        Page page = new Page(extension.page().driver(), first).open();
        String before = new Sender(first).text(Sender.PERSON, "Before");
        page.message(before);
        int port = first.port();
        first.close();
        assertThat(page.visible("#connection").getText()).isEqualTo("The simulator can't be reached. Trying again …");

        try (D360Simulator second = D360Simulator.builder().port(port).start()) {
            String after = new Sender(second).text(Sender.PERSON, "After");
            Page.await("the message of the new one", () -> page.message(after).isDisplayed());
            assertThat(page.one("#connection").isDisplayed()).isFalse();
            assertThat(page.all("[data-id='" + before + "']")).isEmpty();
            page.leave();
        }
    }

    @Test
    void countsWhatWasNotLookedAt() {
        extension.sender().text(Sender.PERSON, "One");
        Page page = extension.page().open("#/chat/" + Sender.PERSON);
        page.one("#messages li.message");
        extension.sender().text("447700900123", "Two");
        extension.sender().text("447700900123", "Three");

        Page.await("two unread ones", () -> page.text("#people-list .count").equals("2 unread messages"));
        assertThat(page.driver().getTitle()).startsWith("(2) ");
        page.one("#people-list li:first-child button").click();
        Page.await("none", () -> page.all("#people-list .count").isEmpty());
        assertThat(page.driver().getTitle()).doesNotContain("(");
    }
}
