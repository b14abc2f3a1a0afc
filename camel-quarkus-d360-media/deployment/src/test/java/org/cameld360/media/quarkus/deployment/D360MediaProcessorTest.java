package org.cameld360.media.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cameld360.media.SentMessage;
import org.jboss.jandex.ClassInfo;
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
    void keepsEveryRecordOfTheWire() throws Exception {
        List<String> kept = List.of(D360MediaProcessor.reflective(component()));

        assertThat(component().getKnownClasses().stream()
                        .filter(ClassInfo::isRecord)
                        .map(known -> known.name().toString())
                        .filter(name -> name.startsWith("org.cameld360.media.client.wire.")))
                .contains("org.cameld360.media.client.wire.MessageRequest$Context")
                .allMatch(kept::contains);
    }

    @Test
    void whatARecordOfTheWireHoldsIsKeptToo() throws Exception {
        for (String kept : D360MediaProcessor.reflective(component())) {
            Class<?> type = Class.forName(kept);
            if (type.getPackageName().endsWith(".wire")) {
                assertThat(type.isRecord()).isTrue();
                for (RecordComponent part : type.getRecordComponents()) {
                    for (String named : typesIn(part.getGenericType())) {
                        assertThat(D360MediaProcessor.reflective(component())).contains(named);
                    }
                }
            }
        }
    }

    @Test
    void keepsTheExceptionsThatRoutesNameAndTheStoresThatCamelMakes() throws Exception {
        assertThat(D360MediaProcessor.reflective(component()))
                .contains(
                        "org.cameld360.media.D360MediaException",
                        "org.cameld360.media.MediaRejectedException",
                        "org.cameld360.media.PartsFailedException",
                        "org.cameld360.media.SendInDoubtException")
                .contains(
                        "org.cameld360.media.store.FileMediaStore",
                        "org.cameld360.media.store.JdbcMediaStore",
                        "org.cameld360.media.store.MemoryMediaStore");
    }

    @Test
    void theClassThatIsInitializedAtRunTimeIsThere() throws Exception {
        assertThat(Class.forName(
                        new D360MediaProcessor().salt().getClassName(),
                        false,
                        getClass().getClassLoader()))
                .isNotNull();
    }

    /** The classes of the component in a type: {@code Identified} in {@code List<Identified>}. */
    private static List<String> typesIn(Type type) {
        return Pattern.compile("org\\.cameld360\\.[A-Za-z0-9_.$]+")
                .matcher(type.getTypeName())
                .results()
                .map(MatchResult::group)
                .toList();
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
