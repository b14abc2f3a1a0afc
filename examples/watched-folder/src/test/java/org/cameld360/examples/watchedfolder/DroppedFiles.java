package org.cameld360.examples.watchedfolder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.ReceivedMessage;

/** Files for a folder, no two alike for one recipient, and where they are found again. */
final class DroppedFiles {

    private static final List<String> FOLDERS = List.of("", "4915112345679/", "+49 151 1234-5680/deeper/");
    private static final List<String> RECIPIENTS = List.of(Harness.TO, "4915112345679", "4915112345680");

    enum Fate {
        SENT,
        IN_DOUBT_AND_ARRIVED,
        IN_DOUBT_AND_NOT,
        /** It is nowhere, or among the sent ones without a message. */
        LOST,
        SENT_TWICE,
        /** It is there more than once, or at a place that does not tell the truth. */
        MISPLACED;

        static Fate of(List<String> places, int messages) {
            boolean sent = places.equals(List.of(".sent"));
            boolean inDoubt = places.equals(List.of(".in-doubt"));
            if (messages > 1) {
                return SENT_TWICE;
            }
            if (places.isEmpty() || (sent && messages == 0)) {
                return LOST;
            }
            if (sent) {
                return SENT;
            }
            return inDoubt ? (messages == 1 ? IN_DOUBT_AND_ARRIVED : IN_DOUBT_AND_NOT) : MISPLACED;
        }
    }

    /** What became of them: for each fate, the files in words. */
    record Account(Map<Fate, List<String>> fates) {

        List<String> of(Fate fate) {
            return fates.getOrDefault(fate, List.of());
        }

        int count(Fate fate) {
            return of(fate).size();
        }
    }

    private final Path inbox;

    /** By recipient and checksum. */
    private final Map<String, String> names = new LinkedHashMap<>();

    DroppedFiles(Path inbox) {
        this.inbox = inbox;
    }

    int count() {
        return names.size();
    }

    /** They appear complete. Each third has the content of its two predecessors, for another recipient. */
    void drop(int howMany) throws IOException {
        for (int i = 0; i < howMany; i++) {
            int number = names.size();
            int folder = number % FOLDERS.size();
            byte[] content = content(number / FOLDERS.size());
            String name = FOLDERS.get(folder) + name(number);
            names.put(RECIPIENTS.get(folder) + " " + Sha256.of(content), name);
            Path file = inbox.resolve(name);
            Files.createDirectories(file.getParent());
            Files.move(Files.write(inbox.resolve(".dropping"), content), file);
        }
    }

    private static byte[] content(int number) throws IOException {
        if (number % 2 == 1) {
            return ("The text with the number " + number + ".\n").getBytes(UTF_8);
        }
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        document.write(Harness.sample("invoice.pdf"));
        document.writeBytes(("% " + number + "\n").getBytes(UTF_8));
        return document.toByteArray();
    }

    private static String name(int number) {
        String plain = number + (number / FOLDERS.size() % 2 == 1 ? ".txt" : ".pdf");
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return number % 5 == 4 && !windows ? "\"ü\"\n\\ " + plain : plain;
    }

    boolean isAnyLeft() throws IOException {
        return found().values().stream().anyMatch(places -> places.contains("inbox"));
    }

    /** Where each lies, by recipient and checksum. */
    private Map<String, List<String>> found() throws IOException {
        Map<String, List<String>> found = new HashMap<>();
        try (Stream<Path> all = Files.walk(inbox)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path relative = inbox.relativize(file);
                String first = relative.getName(0).toString();
                boolean kept = Stream.of(Outcome.values())
                        .anyMatch(outcome -> outcome.folder().equals(first));
                if (isOurs(relative, first)) {
                    Path original = kept ? relative.subpath(1, relative.getNameCount()) : relative;
                    int folder = Math.max(0, folderOf(original));
                    found.computeIfAbsent(RECIPIENTS.get(folder) + " " + Sha256.of(file), key -> new ArrayList<>())
                            .add(kept ? first : "inbox");
                }
            }
        }
        return found;
    }

    private static boolean isOurs(Path relative, String first) {
        boolean reason = relative.toString().endsWith(".reason.txt") && !first.equals(Outcome.SENT.folder());
        return !reason && !first.equals(".lock") && !first.equals(".journal");
    }

    private static int folderOf(Path original) {
        String name = original.toString().replace('\\', '/');
        for (int i = FOLDERS.size() - 1; i > 0; i--) {
            if (name.startsWith(FOLDERS.get(i))) {
                return i;
            }
        }
        return 0;
    }

    /** Compares what lies on the disk with what has arrived. */
    Account account(D360Simulator simulator) throws IOException {
        Map<String, Integer> arrived = new HashMap<>();
        for (ReceivedMessage message : simulator.messages()) {
            String sha256 = simulator.media(message.mediaId()).orElseThrow().sha256();
            arrived.merge(message.to().replace("+", "") + " " + sha256, 1, Integer::sum);
        }
        Map<String, List<String>> found = found();
        Map<Fate, List<String>> fates = new EnumMap<>(Fate.class);
        names.forEach((key, name) -> {
            List<String> places = found.getOrDefault(key, List.of());
            int messages = arrived.getOrDefault(key, 0);
            fates.computeIfAbsent(Fate.of(places, messages), fate -> new ArrayList<>())
                    .add(name + " lies in " + places + ", with " + messages + " messages");
        });
        assertThat(names.keySet()).containsAll(arrived.keySet());
        assertThat(names.keySet()).containsAll(found.keySet());
        return new Account(fates);
    }
}
