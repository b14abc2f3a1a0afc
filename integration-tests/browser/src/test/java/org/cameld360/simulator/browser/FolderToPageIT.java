package org.cameld360.simulator.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.cameld360.examples.watchedfolder.WatchedFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/** The watched folder as a person starts it: drop a file, and watch it arrive. */
class FolderToPageIT {

    private static final String ADDRESS = "Watch it arrive: ";

    @RegisterExtension
    private final PageExtension extension = new PageExtension();

    @TempDir
    private Path folder;

    private Process program;

    @AfterEach
    void end() throws InterruptedException {
        if (program != null) {
            program.destroy();
            assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aFileThatIsDroppedIsOnThePageWithinTwoSeconds() throws Exception {
        program = start();
        ChromeDriver driver = extension.page().driver();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !lines(ADDRESS)
                .isEmpty());
        driver.get(lines(ADDRESS).get(0).substring(ADDRESS.length()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> lines("sent    ").size() == 3);

        // complete already, as what is moved here is: a file that was written to just now is left alone for two seconds
        Path file = Files.write(folder.resolve("Offer 7.pdf"), Samples.read("invoice.pdf"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        Files.move(file, folder.resolve("inbox/Offer 7.pdf"), StandardCopyOption.ATOMIC_MOVE);

        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> chats(driver).contains("Offer 7.pdf"));
    }

    private static String chats(ChromeDriver driver) {
        return String.valueOf(driver.executeScript("return document.getElementById('people-list')?.textContent ?? ''"));
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WatchedFolder.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("D360_"));
        return builder.start();
    }

    private List<String> lines(String start) {
        try {
            return Files.readString(folder.resolve("output.txt"))
                    .lines()
                    .filter(line -> line.startsWith(start))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
