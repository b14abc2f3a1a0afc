package org.cameld360.media.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cameld360.media.component.FaultTable;
import org.junit.jupiter.api.Test;

/** What the documentation says of what can go wrong is what the fault matrix holds the component to. */
class ErrorsPageTest {

    @Test
    void thePageHoldsTheFaultMatrix() throws IOException {
        Path page = Path.of("../docs/errors.md");
        String written = Files.readString(page);
        String generated = ReferenceTables.replace(written, "faults", FaultTable.write());
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(page, generated);
            return;
        }
        assertThat(written)
                .as(page + " is out of date. Run: mvn verify -pl camel-d360-media -am -Dtest=ErrorsPageTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest.jvm.args=-Ddocs.write=true")
                .isEqualTo(generated);
    }
}
