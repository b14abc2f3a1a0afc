package org.cameld360.simulator.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.simulator.Inbound.inbound;
import static org.cameld360.simulator.Inbound.inboundText;

import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

class MediaKindsIT {

    @RegisterExtension
    private final PageExtension extension = new PageExtension();

    @AfterEach
    void hasNothingToComplainOf() {
        extension.page().assertNoComplaints();
    }

    @ParameterizedTest
    @CsvSource({"photo.jpg, image/jpeg", "photo.png, image/png"})
    void showsPictures(String sample, String contentType) {
        String id = extension.sender().sendSample("image", sample, contentType, "\"caption\":\"A *bold* caption\"");
        Page page = extension.page().open();

        WebElement image = page.message(id).findElement(By.tagName("img"));
        Page.await("the picture", () -> natural(image, "Width") == 256 && natural(image, "Height") == 192);
        assertThat(image.getDomAttribute("alt")).isEqualTo("Photo: A *bold* caption");
        assertThat(page.message(id).findElement(By.tagName("strong")).getText()).isEqualTo("bold");
    }

    @ParameterizedTest
    @CsvSource({"sticker.webp", "sticker-animated.webp"})
    void showsStickersWithoutABubble(String sample) {
        String id = extension.sender().sendSample("sticker", sample, "image/webp", "");
        Page page = extension.page().open();

        WebElement image = page.message(id).findElement(By.tagName("img"));
        Page.await("the sticker", () -> natural(image, "Width") == 512);
        assertThat(page.message(id).findElement(By.className("bubble")).getCssValue("background-color"))
                .isEqualTo("rgba(0, 0, 0, 0)");
    }

    @Test
    void holdsAnimatedStickersWhereLessMotionIsWanted() {
        String id = extension.sender().sendSample("sticker", "sticker-animated.webp", "image/webp", "");
        Page page = extension.page().media("prefers-reduced-motion", "reduce").open();

        Page.await(
                "a still picture",
                () -> page.message(id).findElement(By.tagName("canvas")).isDisplayed());
        assertThat(page.message(id).findElements(By.tagName("img"))).isEmpty();
    }

    @Test
    void playsVideos() {
        String id = extension.sender().sendSample("video", "lake.mp4", "video/mp4", "\"caption\":\"The lake\"");
        Page page = extension.page().open();

        WebElement video = page.message(id).findElement(By.tagName("video"));
        Page.await("the video's metadata", () -> number(video, "videoWidth") == 480 && number(video, "duration") > 3.5);
        video.click();
        Page.await("the video to get on", () -> number(video, "currentTime") > 0.2);
    }

    @ParameterizedTest
    @CsvSource({"audio.mp3, audio/mpeg", "audio.m4a, audio/mp4", "audio.aac, audio/aac", "voice.ogg, audio/ogg"})
    void playsSound(String sample, String contentType) {
        String id = extension.sender().sendSample("audio", sample, contentType, "");
        Page page = extension.page().open();

        WebElement sound = page.message(id).findElement(By.tagName("audio"));
        Page.await("the sound's metadata", () -> number(sound, "duration") > 0.5);
        page.message(id).findElement(By.cssSelector("button.play")).click();
        Page.await(
                "the sound to get on", () -> number(sound, "currentTime") > 0.1 || number(sound, "played.length") > 0);
    }

    @Test
    void showsVoiceMessagesWithAMicrophoneAndTheirWave() {
        String id = extension.sender().sendSample("audio", "voice.ogg", "audio/ogg", "\"voice\":true");
        Page page = extension.page().open();

        WebElement message = page.message(id);
        assertThat(message.findElement(By.className("player-badge")).getDomProperty("textContent"))
                .isEqualTo("Voice message");
        Page.await(
                "a wave of bars of different heights",
                () -> message.findElements(By.cssSelector(".bars rect")).stream()
                                .map(bar -> bar.getDomAttribute("height"))
                                .collect(Collectors.toSet())
                                .size()
                        > 5);
        Page.await(
                "the length",
                () -> message.findElement(By.className("player-time")).getText().equals("0:07"));
    }

    @ParameterizedTest
    @CsvSource({
        "audio, audio.amr, audio/amr, sound",
        "video, video-truncated.mp4, video/mp4, video",
        "image, invoice.pdf, image/png, photo"
    })
    void offersWhatTheBrowserCannotPlayToBeSaved(String type, String sample, String contentType, String word) {
        String id = extension.sender().sendSample(type, sample, contentType, "");
        Page page = extension.page().open();

        Page.await("what to do instead", () -> page.message(id)
                .findElement(By.className("problem"))
                .getText()
                .toLowerCase(Locale.ROOT)
                .contains("this " + word));
        WebElement file = page.message(id).findElement(By.cssSelector("a.file"));
        assertThat(file.getDomAttribute("download")).isEqualTo(sample);
        page.complaints();
    }

    @ParameterizedTest
    @CsvSource({"invoice.pdf, application/pdf, PDF · 303 B", "table.csv, text/plain, CSV · 15 B"})
    void showsDocumentsWithIconNameKindAndSize(String sample, String contentType, String facts) {
        String id = extension
                .sender()
                .sendSample(
                        "document",
                        sample,
                        contentType,
                        "\"filename\":\"Name of " + sample + "\",\"caption\":\"Please read\"");
        Page page = extension.page().open();

        WebElement message = page.message(id);
        assertThat(message.findElement(By.className("file-name")).getText()).isEqualTo("Name of " + sample);
        assertThat(message.findElement(By.className("file-facts")).getText()).isEqualTo(facts);
        assertThat(message.findElement(By.className("text")).getText()).isEqualTo("Please read");
        assertThat(message.findElement(By.className("file-icon")).isDisplayed()).isTrue();
    }

    @Test
    void quotesWhatIsRepliedTo() {
        String question = extension
                .simulator()
                .receive(inboundText("How much is it?").from(Sender.PERSON))
                .id();
        String answer = extension.sender().message(Sender.PERSON, "text", "{\"body\":\"Ten euros\"}", question);
        String back = extension
                .simulator()
                .receive(inbound("image/png", Samples.read("photo.png"))
                        .from(Sender.PERSON)
                        .replyingTo(answer))
                .id();
        Page page = extension.page().open();

        assertThat(page.message(answer).findElement(By.className("quote")).getText())
                .isEqualTo("In reply to\nYou\nHow much is it?");
        WebElement quote = page.message(back).findElement(By.className("quote"));
        assertThat(quote.getText()).isEqualTo("In reply to\nYour business\nTen euros");
        quote.click();
        Page.await(
                "the quoted message to be found",
                () -> page.script("return document.activeElement.closest('li').dataset.id === arguments[0]", answer));
    }

    private double natural(WebElement image, String side) {
        return number(image, "natural" + side);
    }

    private double number(WebElement element, String property) {
        Number value = extension.page().script("return arguments[0]." + property, element);
        return value == null ? 0 : value.doubleValue();
    }
}
