package org.cameld360.simulator.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.cameld360.simulator.StoredMedia;
import org.cameld360.simulator.media.ContentType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks {@code ffprobe} for the codecs of what the simulator's own rules let pass. */
final class Ffprobe implements Inspector {

    private static final Logger LOG = LoggerFactory.getLogger(Ffprobe.class);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 2;

    /** What it ends with when it could not read the file. Other codes say that something is wrong with itself, or that it was killed. */
    private static final int UNREADABLE = 1;

    /** Its readers that open nothing but the file itself. Others take what begins as a playlist for one, behind an ID3 tag too, and open what that names. */
    private static final String READERS = "aac,amr,mov,mp3,ogg";

    /** The one codec that phones take in each. */
    private static final Map<String, String> CODECS = Map.of(
            "audio/aac", "aac",
            "audio/amr", "amr_nb",
            "audio/mp4", "aac",
            "audio/mpeg", "mp3",
            "audio/ogg", "opus",
            "audio/opus", "opus");

    private final Inspector first;
    private final String program;
    private final Duration patience;
    private final ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE, task -> {
        Thread thread = new Thread(task, "d360-simulator-ffprobe");
        thread.setDaemon(true);
        return thread;
    });

    Ffprobe(Inspector first, String program) {
        this(first, program, PATIENCE);
    }

    Ffprobe(Inspector first, String program, Duration patience) {
        this.first = first;
        this.program = program;
        this.patience = patience;
    }

    /** The program on the {@code PATH}; empty where there is none. */
    static Optional<String> find(String path) {
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path program = Path.of(folder, "ffprobe");
            if (!folder.isEmpty() && Files.isExecutable(program)) {
                return Optional.of(program.toString());
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> problem(StoredMedia media, String type) {
        Optional<String> found = first.problem(media, type);
        if (found.isPresent() || !(type.equals("audio") || type.equals("video")) || !Files.exists(media.file())) {
            return found;
        }
        try {
            return ask(media, type);
        } catch (IOException e) {
            LOG.warn("ffprobe could not be asked about media {}: {}", media.id(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public CompletableFuture<Optional<String>> begin(StoredMedia media, String type) {
        return CompletableFuture.supplyAsync(() -> problem(media, type), executor)
                .exceptionally(failure -> Optional.empty());
    }

    /** Waits until the programs that run have been ended, as this may be the last that the JVM does. */
    @Override
    public void close() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("ffprobe does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> ask(StoredMedia media, String type) throws IOException {
        Probe probe = Probe.run(
                List.of(
                        program,
                        "-v",
                        "error",
                        "-format_whitelist",
                        READERS,
                        "-protocol_whitelist",
                        "file",
                        "-of",
                        "json",
                        "-show_entries",
                        "stream=codec_type,codec_name",
                        "file:" + media.file().toAbsolutePath()),
                patience);
        return switch (probe.exitCode()) {
            case 0 -> problem(media.contentType(), type, probe.output());
            case UNREADABLE -> Optional.of(Wording.otherType(kind(type), media.contentType()));
            default -> throw new IOException("it ended with " + probe.exitCode());
        };
    }

    /** What its answer means. */
    static Optional<String> problem(String declared, String type, String answer) throws IOException {
        List<String> video = new ArrayList<>();
        List<String> audio = new ArrayList<>();
        for (JsonNode stream : MAPPER.readTree(answer).path("streams")) {
            String codec = stream.path("codec_name").asText("unknown");
            switch (stream.path("codec_type").asText()) {
                case "video" -> video.add(codec);
                case "audio" -> audio.add(codec.equals("aac") || type.equals("audio") ? codec : "unknown");
                default -> {
                    // Subtitles and data are of no interest.
                }
            }
        }
        if (type.equals("video")) {
            return Videos.problem(declared, new Mp4(true, false, video, audio));
        }
        // A picture of the album may be inside, and counts as video.
        String codec = CODECS.get(ContentType.of(declared).base());
        return codec == null || audio.equals(List.of(codec))
                ? Optional.empty()
                : Optional.of(Wording.otherType(kind(type), declared));
    }

    private static String kind(String type) {
        return type.equals("video") ? "Video" : "Audio";
    }
}
