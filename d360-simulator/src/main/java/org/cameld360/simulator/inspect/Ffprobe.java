package org.cameld360.simulator.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cameld360.simulator.StoredMedia;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks {@code ffprobe} for the codecs of what the simulator's own rules let pass. */
final class Ffprobe implements Inspector {

    private static final Logger LOG = LoggerFactory.getLogger(Ffprobe.class);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int PATIENCE_SECONDS = 10;

    private final Inspector first;
    private final String program;

    Ffprobe(Inspector first, String program) {
        this.first = first;
        this.program = program;
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
            LOG.warn("ffprobe could not be asked", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<String> ask(StoredMedia media, String type) throws IOException, InterruptedException {
        Path out = Files.createTempFile("d360-simulator-ffprobe-", ".json");
        try {
            Process process = new ProcessBuilder(
                            program,
                            "-v",
                            "error",
                            // A file of an unexpected kind must not make it read anything else.
                            "-protocol_whitelist",
                            "file",
                            "-of",
                            "json",
                            "-show_entries",
                            "stream=codec_type,codec_name",
                            "file:" + media.file().toAbsolutePath())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                LOG.warn("ffprobe took more than {} seconds", PATIENCE_SECONDS);
                return Optional.empty();
            }
            String text = Files.readString(out, StandardCharsets.UTF_8);
            return process.exitValue() == 0
                    ? problem(media.contentType(), type, text)
                    : Optional.of(Wording.otherType(kind(type), media.contentType()));
        } finally {
            Files.deleteIfExists(out);
        }
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
        return audio.size() == 1 ? Optional.empty() : Optional.of(Wording.otherType(kind(type), declared));
    }

    private static String kind(String type) {
        return type.equals("video") ? "Video" : "Audio";
    }
}
