package org.cameld360.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One file and several processes: at once, killed, and out of room. */
@Timeout(120)
class FileMediaStoreProcessTest {

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void severalProcessesLoseNothingOfEachOther() throws Exception {
        Path file = folder.resolve("ids");
        FileMediaStore own = new FileMediaStore(file);
        List<Process> others = List.of(start(file, "one", 100, 3), start(file, "two", 100, 3));
        String headerBefore = Files.readAllLines(file).get(0);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 100; i++) {
                own.put(FileStoreProgram.key("own", i), MediaStoreContract.media(FileStoreProgram.id("own", i, round)));
            }
        }
        for (Process other : others) {
            assertThat(other.inputReader(StandardCharsets.UTF_8).lines()).contains("done");
        }

        assertFound(own, "own", 100, 2);
        assertFound(own, "one", 100, 2);
        assertFound(own, "two", 100, 2);
        assertThat(Files.readAllLines(file).get(0)).as("it was written anew").isNotEqualTo(headerBefore);
        assertThat(Files.size(file)).isLessThan(1_000_000);
        try (FileMediaStore fresh = new FileMediaStore(file)) {
            assertFound(fresh, "one", 100, 2);
        }
        assertOnlyFile();
    }

    @Test
    void aKilledProcessLosesNothingThatWasPut() throws Exception {
        Path file = folder.resolve("ids");
        for (int kill = 0; kill < 4; kill++) {
            String name = "killed" + kill;
            Process process = start(file, name, 90, 1_000_000);
            // several files full, so that some are killed while the file is written anew
            int last = lastSaid(process, 300 + 57 * kill);
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

            try (FileMediaStore store = new FileMediaStore(file)) {
                for (int i = 0; i < 90; i++) {
                    assertThat(store.find(FileStoreProgram.key(name, i)))
                            .as("%s %d, last said %d", name, i, last)
                            .isNotNull()
                            .extracting(StoredMedia::mediaId)
                            .asString()
                            .startsWith(name + '-' + i + '-');
                }
                store.put(MediaStoreContract.key(kill), MediaStoreContract.media("after"));
                assertThat(store.find(MediaStoreContract.key(kill))).isNotNull();
            }
        }
    }

    @Test
    void aDiskWithoutRoomIsSaidAndSpoilsNothing() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs ulimit");
        Path file = folder.resolve("ids");
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 64 && exec \"$@\"", "sh"));
        command.addAll(java(file, "full", 1_000, 1));
        Process process = start(command);
        List<String> said = process.inputReader(StandardCharsets.UTF_8).lines().toList();

        int put = said.size() - 3;
        assertThat(put).isBetween(10, 500);
        assertThat(said.get(said.size() - 2))
                .startsWith("failed=The file of media ids " + file + " can't be written: ");
        assertThat(said.get(said.size() - 1)).isEqualTo("found=null");
        assertThat(Files.readString(file)).endsWith("\n");
        try (FileMediaStore store = new FileMediaStore(file)) {
            assertFound(store, "full", put, 0);
            assertThat(store.find(FileStoreProgram.key("full", put))).isNull();
            store.put(FileStoreProgram.key("full", put), MediaStoreContract.media("there is room again"));
            assertThat(store.find(FileStoreProgram.key("full", put))).isNotNull();
        }
        assertOnlyFile();
    }

    private static void assertFound(FileMediaStore store, String name, int count, int round) throws IOException {
        for (int i = 0; i < count; i++) {
            assertThat(store.find(FileStoreProgram.key(name, i)))
                    .as("%s %d", name, i)
                    .isNotNull()
                    .extracting(StoredMedia::mediaId)
                    .isEqualTo(FileStoreProgram.id(name, i, round));
        }
    }

    private void assertOnlyFile() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("ids"));
        }
    }

    private static int lastSaid(Process process, int lines) throws IOException {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        assertThat(reader.readLine()).isEqualTo("ready");
        int last = -1;
        for (int i = 0; i < lines; i++) {
            last = Integer.parseInt(reader.readLine());
        }
        return last;
    }

    private Process start(Path file, String name, int count, int rounds) throws IOException {
        return start(java(file, name, count, rounds));
    }

    private Process start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return process;
    }

    private static List<String> java(Path file, String name, int count, int rounds) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                FileStoreProgram.class.getName(),
                file.toString(),
                name,
                String.valueOf(count),
                String.valueOf(rounds));
    }
}
