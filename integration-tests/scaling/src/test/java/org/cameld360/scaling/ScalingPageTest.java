package org.cameld360.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tables of the page are those of the arithmetic and of the simulation. */
class ScalingPageTest {

    @Test
    void thePageHoldsTheTables() throws IOException {
        Path page = Path.of("../../docs/scaling.md");
        String written = Files.readString(page);
        String generated = replace(written, "plans", ScalingTables.plans());
        generated = replace(generated, "resources", ScalingTables.resources());
        generated = replace(generated, "simulated", ScalingTables.simulated());
        generated = replace(generated, "others", ScalingTables.others());
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(page, generated);
            return;
        }
        assertThat(written)
                .as(page + " is out of date. Run: mvn verify -pl integration-tests/scaling -Dtest=ScalingPageTest"
                        + " -Dtest.jvm.args=-Ddocs.write=true")
                .isEqualTo(generated);
    }

    private static String replace(String page, String name, String table) {
        String start = "<!-- generated: " + name + " -->\n";
        int from = page.indexOf(start);
        assertThat(from).as("the mark of " + name).isNotNegative();
        return page.substring(0, from + start.length()) + table + page.substring(page.indexOf("<!-- end -->", from));
    }
}
