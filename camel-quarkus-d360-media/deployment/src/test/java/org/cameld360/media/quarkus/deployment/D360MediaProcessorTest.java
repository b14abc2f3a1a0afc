package org.cameld360.media.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cameld360.media.SentMessage;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.junit.jupiter.api.Test;

class D360MediaProcessorTest {

    @Test
    void keepsForReflectionWhatIsReadAndWrittenAsJsonAndTheResults() throws Exception {
        String[] kept = D360MediaProcessor.reflective(component());

        assertThat(kept)
                .contains(
                        "org.cameld360.media.client.wire.UploadAnswer",
                        "org.cameld360.media.client.wire.MessageRequest",
                        "org.cameld360.media.client.wire.MediaMetadata")
                .contains("org.cameld360.media.UploadedMedia", "org.cameld360.media.SendReport$Row")
                .doesNotHaveDuplicates();
        assertThat(Stream.of(kept))
                .allSatisfy(name -> assertThat(Class.forName(name)).isNotNull());
    }

    @Test
    void keepsTheNestedRecordsOfTheWireToo() throws Exception {
        List<String> kept = List.of(D360MediaProcessor.reflective(component()));

        assertThat(component().getKnownClasses().stream()
                        .map(known -> known.name().toString())
                        .filter(name -> name.startsWith("org.cameld360.media.client.wire."))
                        .filter(name -> !name.endsWith("package-info")))
                .isNotEmpty()
                .allMatch(kept::contains);
    }

    /** Of the folder or the jar that the component comes in. */
    private static Index component() throws Exception {
        URI place = SentMessage.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        if (place.getPath().endsWith("/")) {
            return index(Path.of(place));
        }
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(place), Map.of())) {
            return index(jar.getPath("/"));
        }
    }

    private static Index index(Path root) throws IOException {
        Indexer indexer = new Indexer();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(found -> found.toString().endsWith(".class")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    indexer.index(in);
                }
            }
        }
        return indexer.complete();
    }
}
