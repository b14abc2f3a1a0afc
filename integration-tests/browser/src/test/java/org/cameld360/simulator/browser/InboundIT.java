package org.cameld360.simulator.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cameld360.simulator.StoredMedia;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;

/** What a person sends to the business from the page. */
class InboundIT {

    @RegisterExtension
    private final PageExtension extension = new PageExtension();

    @TempDir
    private Path folder;

    private Page page;

    @BeforeEach
    void openTheChat() {
        page = extension.page().open("#/chat/" + Sender.PERSON);
        page.visible("#text");
    }

    @AfterEach
    void hasNothingToComplainOf() {
        uploadSpeed(-1);
        page.assertNoComplaints();
    }

    @Test
    void sendsAFileThatIsDroppedOnThePhone() {
        drag("dragEnter", Samples.file("lake.jpg"));
        drag("dragOver", Samples.file("lake.jpg"));
        assertThat(page.visible("#drop-here").getText()).isEqualTo("Drop files to send them to the business");
        drag("drop", Samples.file("lake.jpg"));

        assertThat(page.visible(".tray li").getText()).contains("lake.jpg", "36 kB");
        page.press("The *lake*", Keys.ENTER);

        Page.await(
                "the picture",
                () -> page.<Number>script("return document.querySelector('.from-person img')?.naturalWidth ?? 0")
                                .intValue()
                        == 960);
        StoredMedia media = extension
                .simulator()
                .media(page.<String>script("return document.querySelector('.from-person img').src.split('/').pop()"))
                .orElseThrow();
        assertThat(media.contentType()).isEqualTo("image/jpeg");
        assertThat(media.size()).isEqualTo(Samples.read("lake.jpg").length);
        assertThat(page.one(".from-person .text").getText()).isEqualTo("The lake");
        assertThat(page.all("#drop-here").get(0).isDisplayed()).isFalse();
        assertThat(page.all(".tray li, .on-its-way")).isEmpty();
    }

    @Test
    void sendsChosenFilesAsWhatTheyAreToBe() {
        WebElement picker = page.one("#files");
        picker.sendKeys(
                Samples.file("voice.ogg") + "\n" + Samples.file("photo.png") + "\n" + Samples.file("invoice.pdf"));
        Page.await("three files", () -> page.all(".tray li").size() == 3);
        choose(page.all(".tray select").get(0), "voice");
        choose(page.all(".tray select").get(1), "document");

        page.one("button.send").click();

        assertThat(page.visible(".from-person .player.voice").isDisplayed()).isTrue();
        Page.await("two documents", () -> page.all(".from-person a.file").size() == 2);
        assertThat(page.all(".from-person .file-name").stream().map(WebElement::getText))
                .containsExactlyInAnyOrder("photo.png", "invoice.pdf");
    }

    @Test
    void sendsTextAndReplies() {
        String question = extension.sender().text(Sender.PERSON, "Shall we come?");
        WebElement message = page.message(question);
        message.click();
        message.findElement(By.cssSelector("button[aria-label='Reply']")).click();
        page.one("#text").sendKeys("Yes, please", Keys.chord(Keys.SHIFT, Keys.ENTER), "at _nine_", Keys.ENTER);

        Page.await("the reply", () -> page.all(".from-person").size() == 1);
        assertThat(page.one(".from-person .text").getText()).isEqualTo("Yes, please\nat nine");
        assertThat(page.one(".from-person .quote").getText()).contains("Your business", "Shall we come?");
        assertThat(page.one("#text").getDomProperty("value")).isEmpty();
    }

    @Test
    void saysWhatCannotBeSent() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.jpg"));
        page.one("#files").sendKeys(empty.toString());
        page.press(Keys.ENTER);
        Page.await("why not", () -> page.one(".composer > .problem")
                .getText()
                .equals("empty.jpg is empty, and WhatsApp sends no empty files."));

        page.press(Keys.ESCAPE);
        page.press(Keys.ENTER);
        Page.await(
                "what is missing",
                () -> page.one(".composer > .problem").getText().equals("There is nothing to send yet."));
        assertThat(extension.simulator().allMedia()).isEmpty();
    }

    @Test
    void keepsWhatTheSimulatorDidNotTakeToBeTriedAgain() {
        StubMapping refusing = extension
                .simulator()
                .wireMock()
                .stubFor(WireMock.post(WireMock.urlPathEqualTo("/_simulator/api/inbound"))
                        .willReturn(WireMock.jsonResponse("{\"error\":\"not now\"}", 400)));
        page.one("#text").sendKeys("Hello", Keys.ENTER);
        assertThat(page.visible(".on-its-way .failure").getText()).isEqualTo("Not sent: not now");

        extension.simulator().wireMock().removeStub(refusing);
        page.visible(".on-its-way button").click();

        Page.await("the message", () -> page.all("#messages .from-person").size() == 1);
        assertThat(page.all(".on-its-way")).isEmpty();
        // Of the stub.
        assertThat(page.complaints()).singleElement().asString().contains("status of 400");
    }

    @Test
    void tellsHowFarAFileHasGotAndLetsItBeCancelled() throws IOException {
        Path file = Files.write(folder.resolve("big.pdf"), new byte[8_000_000]);
        uploadSpeed(1_000_000);
        page.one("#files").sendKeys(file.toString());
        page.press(Keys.ENTER);

        Number first = awaitProgress(0);
        awaitProgress(first.doubleValue());
        page.visible(".on-its-way button").click();
        assertThat(page.visible(".on-its-way .failure").getText()).isEqualTo("Not sent: cancelled");
        assertThat(page.all(".on-its-way progress").get(0).isDisplayed()).isFalse();
        assertThat(page.all("#messages .from-person")).isEmpty();

        uploadSpeed(-1);
        page.visible(".on-its-way button").click();
        Page.await(
                "the document", () -> page.all("#messages .from-person a.file").size() == 1);
        assertThat(page.all(".on-its-way")).isEmpty();
    }

    @Test
    void removesWhatWasCancelled() throws IOException {
        Path file = Files.write(folder.resolve("big.pdf"), new byte[8_000_000]);
        uploadSpeed(100_000);
        page.one("#files").sendKeys(file.toString());
        page.press(Keys.ENTER);
        page.visible(".on-its-way button").click();
        page.visible(".on-its-way .failure");

        assertThat(page.all(".on-its-way button").stream()
                        .filter(WebElement::isDisplayed)
                        .map(WebElement::getText))
                .containsExactly("Try again", "Remove");
        page.all(".on-its-way button").get(1).click();

        assertThat(page.all(".on-its-way")).isEmpty();
        assertThat(page.focusedName()).isEqualTo("Write to the business");
        uploadSpeed(-1);
        page.press("Hello", Keys.ENTER);
        Page.await("the text", () -> page.all("#messages .from-person").size() == 1);
        assertThat(page.all("#messages .from-person a.file")).isEmpty();
    }

    /** Waits until there is more of it than the part that is given. */
    private Number awaitProgress(double beyond) {
        Page.await("progress beyond " + beyond, () -> progress().doubleValue() > beyond);
        assertThat(progress().doubleValue()).isLessThan(1);
        return progress();
    }

    private Number progress() {
        return page.script("return document.querySelector('.on-its-way progress').value");
    }

    /** In bytes a second; -1 for as fast as it goes. */
    private void uploadSpeed(int bytes) {
        page.driver().executeCdpCommand("Network.enable", Map.of());
        page.driver()
                .executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        Map.of("offline", false, "latency", 0, "downloadThroughput", -1, "uploadThroughput", bytes));
    }

    @Test
    void writesAsSomebodyNew() {
        page.one("#new-person").click();
        page.visible("#person-number").sendKeys("+44 7700 900-123");
        page.visible("#person-name").sendKeys("Grace Hopper", Keys.ENTER);
        Page.await("the chat", () -> page.one("#phone-owner").getText().equals("Grace Hopper’s phone"));
        page.press("Good morning", Keys.ENTER);

        Page.await("the message", () -> page.all("#messages .from-person").size() == 1);
        assertThat(page.one("#people-list li:first-child").getText()).contains("Grace Hopper", "Good morning");
    }

    private void drag(String type, Path file) {
        Rectangle phone = page.one("#chat").getRect();
        page.driver()
                .executeCdpCommand(
                        "Input.dispatchDragEvent",
                        Map.of(
                                "type",
                                type,
                                "x",
                                phone.x + phone.width / 2,
                                "y",
                                phone.y + phone.height / 2,
                                "data",
                                Map.of(
                                        "items",
                                        List.of(),
                                        "files",
                                        List.of(file.toString()),
                                        "dragOperationsMask",
                                        1)));
    }

    private void choose(WebElement select, String value) {
        select.findElement(By.cssSelector("option[value=" + value + "]")).click();
    }
}
