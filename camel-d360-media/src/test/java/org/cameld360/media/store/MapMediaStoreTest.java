package org.cameld360.media.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** The example in the documentation is a store like any other. */
class MapMediaStoreTest extends MediaStoreContract {

    @Override
    MediaStore newStore() {
        return new MapMediaStore(new ConcurrentHashMap<>());
    }

    @Test
    void theDocumentationShowsIt() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/cameld360/media/store/MapMediaStore.java"));
        int start = source.indexOf("// docs\n") + "// docs\n".length();
        String shown = source.substring(start, source.indexOf("// end"));

        assertThat(Path.of("../docs/reuse.md")).content().contains("```java\n" + shown + "```");
    }

    @Test
    void theDocumentationShowsTheTable() throws IOException {
        String source = Files.readString(Path.of("src/main/java/org/cameld360/media/store/JdbcMediaStore.java"));
        int start = source.indexOf(" * CREATE TABLE");
        String shown = source.substring(start, source.indexOf(" * }</pre>")).replaceAll("(?m)^ \\* ", "");

        assertThat(Path.of("../docs/reuse.md")).content().contains("```sql\n" + shown + "```");
    }
}
