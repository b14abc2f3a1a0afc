package org.cameld360.simulator.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.simulator.Inbound.inboundText;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Everything can be done without a mouse, and it can be seen where one is. */
class KeyboardIT {

    @RegisterExtension
    private final PageExtension extension = new PageExtension();

    private Page page;
    private String photo;

    @BeforeEach
    void talk() {
        extension.simulator().receive(inboundText("Hello").from("447700900123").named("Grace"));
        extension.simulator().receive(inboundText("One").from(Sender.PERSON).named("Ada"));
        extension.sender().text(Sender.PERSON, "Two");
        photo = extension.sender().sendSample("image", "photo.jpg", "image/jpeg", "");
        page = extension.page().open();
        page.message(photo);
    }

    @AfterEach
    void hasNothingToComplainOf() {
        page.assertNoComplaints();
    }

    @Test
    void walksThroughThePageWithTab() {
        List<String> walk = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            page.press(Keys.TAB);
            walk.add(page.focusedName()
                    .replaceAll("[0-9]{2}:[0-9]{2}", "…")
                    .replaceAll(", (Accepted by the API|Sent|Delivered|Read)$", ""));
            assertFocusIsSeen();
        }

        assertThat(walk)
                .containsExactly(
                        "Skip to the chat",
                        "Phone",
                        "Addresses and clock",
                        "Write as somebody new",
                        "Ada … Photo",
                        "Your business, Photo, …",
                        "Open the photo",
                        "Reply",
                        "About this message",
                        "Choose files",
                        "Write to the business",
                        "Send",
                        "");
    }

    @Test
    void opensAChatReadsItAndGoesBack() {
        focusOn("#people-list li:first-child button");
        page.press(Keys.ARROW_DOWN);
        assertThat(page.focusedName()).startsWith("Grace");
        page.press(Keys.ENTER);
        Page.await("the chat", () -> page.one("#phone-owner").getText().equals("Grace’s phone"));
        assertThat(page.focusedName()).isEqualTo("Write to the business");

        page.press(Keys.ESCAPE);
        assertThat(page.focusedName()).startsWith("Grace");
        page.press(Keys.HOME);
        page.press(Keys.ENTER);
        Page.await("the other chat", () -> page.one("#phone-owner").getText().equals("Ada’s phone"));
        focusOn("#messages li.message:last-of-type article");
        page.press(Keys.ARROW_UP);
        assertThat(page.focusedName()).startsWith("Your business, Two");
        assertFocusIsSeen();
        page.press(Keys.HOME);
        assertThat(page.focusedName()).startsWith("You, One");
        page.press(Keys.END);
        assertThat(page.focusedName()).startsWith("Your business, Photo");
        page.press(Keys.ESCAPE);
        assertThat(page.focusedName()).isEqualTo("Write to the business");
    }

    @Test
    void opensAndClosesWhatLiesAbove() {
        focusOn("[data-id='" + photo + "'] button.picture");
        page.press(Keys.ENTER);
        assertThat(page.visible("#picture").isDisplayed()).isTrue();
        page.press(Keys.ESCAPE);
        Page.await("the picture to be gone", () -> !page.one("#picture").isDisplayed());
        assertThat(page.focusedName()).isEqualTo("Open the photo");

        page.press(Keys.TAB, Keys.TAB, Keys.ENTER);
        assertThat(page.visible("#facts").getText()).contains(photo, "photo.jpg", "image/jpeg");
        page.press(Keys.ESCAPE);
        Page.await("the facts to be gone", () -> !page.one("#facts").isDisplayed());
        assertThat(page.focusedName()).isEqualTo("About this message");
        page.pressShiftTab();
        page.press(Keys.ENTER);
        assertThat(page.visible(".composer-quote").getText()).contains("Photo");
        assertThat(page.focusedName()).isEqualTo("Write to the business");
        page.press(Keys.ESCAPE);
        assertThat(page.one(".composer-quote").isDisplayed()).isFalse();
    }

    @Test
    void looksAtTheCalls() {
        focusOn("#tab-phone");
        page.press(Keys.ARROW_RIGHT);
        Page.await("the calls", () -> page.all(".call").size() == 3);
        assertThat(page.focusedName()).startsWith("API calls");
        page.press(Keys.TAB, Keys.TAB);
        assertThat(page.focusedName()).isEqualTo("Refused and failed only");
        assertFocusIsSeen();
        page.press(Keys.TAB);
        page.press(Keys.ARROW_DOWN, Keys.ENTER);
        Page.await(
                "what was asked and answered",
                () -> page.all("details[open] h3").size() == 2);
        focusOn("#tab-calls");
        page.press(Keys.ARROW_LEFT);
        Page.await("the phone", () -> page.one("#panel-phone").isDisplayed());
    }

    @Test
    void goesThroughThousandsOfMessages() {
        for (int i = 0; i < 400; i++) {
            extension.simulator().receive(inboundText("Text " + i).from(Sender.PERSON));
        }
        Page.await("the newest", () -> page.text("#messages").contains("Text 399"));
        focusOn("#messages li.message:last-of-type article");
        page.press(Keys.HOME);
        assertThat(page.focusedName()).startsWith("You, One");
        for (int i = 0; i < 12; i++) {
            page.press(Keys.PAGE_DOWN);
        }
        assertThat(page.focusedName()).startsWith("You, Text 93");
        assertThat(page.isInView(page.driver().switchTo().activeElement())).isTrue();
        page.press(Keys.END);
        assertThat(page.focusedName()).startsWith("You, Text 399");
        assertThat(page.all("#messages li.message")).hasSizeLessThanOrEqualTo(200);
    }

    private void focusOn(String css) {
        page.script("arguments[0].focus()", page.one(css));
    }

    private void assertFocusIsSeen() {
        WebElement focused = page.driver().switchTo().activeElement();
        if (!focused.getTagName().equals("body")) {
            assertThat(focused.getCssValue("outline-style"))
                    .as(page.focusedName())
                    .isEqualTo("solid");
            assertThat(page.isInView(focused)).as(page.focusedName()).isTrue();
        }
    }
}
