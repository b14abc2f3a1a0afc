package org.cameld360.simulator.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.cameld360.simulator.D360Simulator;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The page in the browser, in the words of who looks at it. */
final class Page {

    private final ChromeDriver driver;
    private final D360Simulator simulator;

    Page(ChromeDriver driver, D360Simulator simulator) {
        this.driver = driver;
        this.simulator = simulator;
    }

    Page open() {
        return open("");
    }

    /** With what follows the address, for example {@code #/calls}. */
    Page open(String fragment) {
        driver.manage().logs().get(LogType.BROWSER);
        driver.get("about:blank");
        driver.get(simulator.pageUrl() + fragment);
        return this;
    }

    /** To where nothing is asked of the simulator any more. */
    void leave() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        driver.get("about:blank");
    }

    ChromeDriver driver() {
        return driver;
    }

    Page dark() {
        return media("prefers-color-scheme", "dark");
    }

    Page light() {
        return media("prefers-color-scheme", "light");
    }

    Page media(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
        return this;
    }

    Page size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    WebElement one(String css) {
        await(css, () -> !all(css).isEmpty());
        return all(css).get(0);
    }

    WebElement visible(String css) {
        await(css + " to be seen", () -> all(css).stream().anyMatch(WebElement::isDisplayed));
        return all(css).stream().filter(WebElement::isDisplayed).findFirst().orElseThrow();
    }

    WebElement message(String id) {
        return one("[data-id='" + id + "']");
    }

    /** All that the page says, whether it can be seen or not. */
    String text(String css) {
        return one(css).getDomProperty("textContent");
    }

    @SuppressWarnings("unchecked")
    <T> T script(String script, Object... arguments) {
        return (T) driver.executeScript(script, arguments);
    }

    boolean isInView(WebElement element) {
        return script(
                "const box = arguments[0].getBoundingClientRect();"
                        + "return box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth",
                element);
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void pressShiftTab() {
        new Actions(driver)
                .keyDown(Keys.SHIFT)
                .sendKeys(Keys.TAB)
                .keyUp(Keys.SHIFT)
                .perform();
    }

    /** The name of what has the focus, as it is read out. */
    String focusedName() {
        return driver.switchTo().activeElement().getAccessibleName();
    }

    static void await(String what, Callable<Boolean> condition) {
        waiting(Duration.ofSeconds(10)).alias(what).until(condition);
    }

    static ConditionFactory waiting(Duration atMost) {
        return Awaitility.await()
                .atMost(atMost)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(25))
                .ignoreExceptions();
    }

    /** What the browser complained about since the page was opened, refused content and violated policies included. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    void assertNoComplaints() {
        assertThat(complaints()).isEmpty();
    }

    void screenshot(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
