package org.cameld360.media.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cameld360.media.check.Main;
import org.cameld360.media.media.WhatGoes;
import org.junit.jupiter.api.Test;

/** What the documentation says of what goes is what is decided, and what it shows of the command is what it prints. */
class WhatGoesPageTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void theReferenceHoldsTheRules() throws IOException {
        Path page = ROOT.resolve("docs/component.md");
        String written = Files.readString(page);
        hold(page, ReferenceTables.replace(written, "limits", GoesTables.limits()));
    }

    @Test
    void thePageOfWhatGoesHoldsWhatIsDecided() throws IOException {
        Path page = ROOT.resolve("docs/what-goes.md");
        String text = Files.readString(page);
        text = ReferenceTables.replace(text, "limits", GoesTables.limits());
        text = ReferenceTables.replace(text, "cases", GoesTables.cases(WhatGoes.byRule(), false));
        text = ReferenceTables.replace(text, "samples", GoesTables.samples());
        text = ReferenceTables.replace(text, "rules", GoesTables.rules());
        text = ReferenceTables.replace(text, "as plain text", GoesTables.asPlainText());
        hold(page, text);
    }

    @Test
    void theReadmeShowsWhatTheCommandPrints() throws Exception {
        Path page = ROOT.resolve("README.md");
        List<String> files = List.of(
                "png-named.jpg",
                "table.csv",
                "sticker-animated.webp",
                "audio-opus-stereo.ogg",
                "video-hevc-aac.mp4",
                "video-truncated.mp4");
        String shown = "```text\n$ java -jar camel-d360-media-0.1.0-SNAPSHOT.jar check " + String.join(" ", files)
                + "\n" + printed(files) + "```\n";
        hold(page, ReferenceTables.replace(Files.readString(page), "check", shown));
    }

    private static String printed(List<String> files) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(Path.of(Main.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString());
        command.add(Main.class.getName());
        command.add("check");
        command.addAll(files);
        Process process = new ProcessBuilder(command)
                .directory(Path.of("src/test/resources/samples").toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        return printed.replace("\r\n", "\n");
    }

    private static void hold(Path page, String generated) throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(page, generated);
            return;
        }
        assertThat(Files.readString(page))
                .as(page + " is out of date. Run: mvn verify -pl camel-d360-media -am -Dtest=WhatGoesPageTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest.jvm.args=-Ddocs.write=true")
                .isEqualTo(generated);
    }
}
