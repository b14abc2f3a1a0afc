package org.cameld360.simulator.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.StoredMedia;
import org.cameld360.simulator.time.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FfprobeTest {

    private static final String VIDEO = "{\"codec_type\":\"video\",\"codec_name\":\"%s\"}";
    private static final String AUDIO = "{\"codec_type\":\"audio\",\"codec_name\":\"%s\"}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "h264, aac, none",
                "h264, '', none",
                "h264, mp3, 'videoCodec=h264, audioCodec=unknown.'",
                "hevc, aac, 'videoCodec=hevc, audioCodec=aac.'"
            })
    void readsTheCodecsOfVideos(String video, String audio, String problem) throws IOException {
        String streams = VIDEO.formatted(video) + (audio.isEmpty() ? "" : "," + AUDIO.formatted(audio));

        Optional<String> found = Ffprobe.problem("video/mp4", "video", "{\"streams\":[" + streams + "]}");

        assertThat(found.isPresent()).isEqualTo(problem != null);
        assertThat(found.orElse("")).endsWith(problem == null ? "" : problem);
    }

    @Test
    void wantsSoundInAudio() throws IOException {
        assertThat(Ffprobe.problem("audio/mpeg", "audio", "{\"streams\":[" + AUDIO.formatted("mp3") + "]}"))
                .isEmpty();
        assertThat(Ffprobe.problem("audio/mpeg", "audio", "{\"streams\":[]}"))
                .hasValueSatisfying(details -> assertThat(details).contains("application/octet-stream"));
    }

    @Test
    void asksTheProgramOnlyForSoundAndVideoThatPassedItsOwnRules() throws IOException {
        program("echo asked >> \"$0.log\"\necho '{\"streams\":[]}'");
        Inspector inspector =
                new Ffprobe(Inspector.NONE, Ffprobe.find(folder.toString()).orElseThrow());
        StoredMedia media = new StoredMedia(
                "1", ApiVersion.V2, "audio/mpeg", null, 1, "", Files.writeString(folder.resolve("1"), "x"));

        assertThat(inspector.problem(media, "image")).isEmpty();
        assertThat(inspector.problem(media, "document")).isEmpty();
        assertThat(inspector.problem(media, "audio")).isPresent();
        assertThat(folder.resolve("ffprobe.log")).hasContent("asked\n");
    }

    @Test
    void isNotFoundWhereItIsNot() {
        assertThat(Ffprobe.find(folder.toString())).isEmpty();
        assertThat(Ffprobe.find("")).isEmpty();
    }

    /** Real files, by the program alone: it has to decide as the own rules do, but for what it does not look at. */
    @ParameterizedTest
    @CsvSource({
        "audio.aac, audio/aac, audio, same",
        "audio.amr, audio/amr, audio, same",
        "audio.m4a, audio/mp4, audio, same",
        "audio.mp3, audio/mpeg, audio, same",
        "voice-opus-mono.ogg, audio/ogg; codecs=opus, audio, same",
        "audio-opus-stereo.ogg, audio/ogg, audio, passes: it is not asked for channels",
        "audio-vorbis.ogg, audio/ogg, audio, same",
        "audio-webm-named.ogg, audio/ogg, audio, same",
        "audio.mp3, audio/aac, audio, same",
        "audio.aac, audio/mpeg, audio, same",
        "audio.wav, audio/mp4, audio, same",
        "audio.m4a, audio/amr, audio, same",
        "photo.jpg, audio/mpeg, audio, same",
        "video-h264-aac.mp4, video/mp4, video, same",
        "video-h264-silent.mp4, video/mp4, video, same",
        "video-h264-mp3.mp4, video/mp4, video, same",
        "video-hevc-aac.mp4, video/mp4, video, same",
        "video-two-audio-streams.mp4, video/mp4, video, same",
        "video-truncated.mp4, video/mp4, video, passes: its index is whole",
        "photo.jpg, video/mp4, video, same",
        "audio.m4a, video/mp4, video, same"
    })
    void decidesAsTheOwnRulesDo(String sample, String contentType, String type, String expected) throws IOException {
        StoredMedia media = media(contentType, resource(sample));
        Optional<String> byOwnRules = new OwnRules().problem(media, type);

        try (Ffprobe alone = new Ffprobe(Inspector.NONE, installed())) {
            Optional<String> found = alone.problem(media, type);
            if (expected.equals("same")) {
                assertThat(found).isEqualTo(byOwnRules);
            } else {
                assertThat(expected).startsWith("passes: ");
                assertThat(found).isEmpty();
                assertThat(byOwnRules).isPresent();
            }
        }
        try (Ffprobe both = new Ffprobe(new OwnRules(), installed())) {
            assertThat(both.problem(media, type)).isEqualTo(byOwnRules);
        }
    }

    /** What begins as a playlist, behind an ID3 tag or not, names another file, which would do. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ffconcat version 1.0\nfile other.mp3\n",
                "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nother.mp3\n#EXT-X-ENDLIST\n"
            })
    void opensNothingThatAFileNames(String playlist) throws IOException {
        byte[] tag = {'I', 'D', '3', 4, 0, 0, 0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        Files.write(folder.resolve("other.mp3"), resource("audio.mp3"));
        try (Ffprobe ffprobe = new Ffprobe(Inspector.NONE, installed())) {
            for (String head : List.of("", new String(tag, StandardCharsets.ISO_8859_1))) {
                StoredMedia media = media("audio/mpeg", (head + playlist).getBytes(StandardCharsets.ISO_8859_1));

                assertThat(ffprobe.problem(media, "audio"))
                        .hasValueSatisfying(details -> assertThat(details).contains("application/octet-stream"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep 600", "sleep 600 & wait", "exec yes", "kill -9 $$", "exit 3", "echo '{'"})
    void letsMediaPassWhereTheProgramIsTheTrouble(String script) throws IOException {
        StoredMedia media = media("audio/mpeg", new byte[] {'x'});
        Set<ProcessHandle> before = ProcessHandle.current().descendants().collect(Collectors.toSet());

        try (Ffprobe ffprobe = new Ffprobe(Inspector.NONE, program(script).toString(), Duration.ofSeconds(1))) {
            assertThat(ffprobe.problem(media, "audio")).isEmpty();
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ProcessHandle.current().descendants().allMatch(before::contains));
    }

    @ParameterizedTest
    @CsvSource({"sleep 600, it took more than 1 seconds", "exec yes, it said more than 1000000 bytes"})
    void saysWhyItGaveUp(String script, String reason) throws IOException {
        List<String> command = List.of(program(script).toString());

        assertThatThrownBy(() -> Probe.run(command, Duration.ofSeconds(1))).hasMessage(reason);
    }

    @Test
    void endsWhatRunsWhenItIsClosed() throws IOException {
        Path begun = folder.resolve("begun");
        Path program = program("touch " + begun + "; exec sleep 600");
        Ffprobe ffprobe = new Ffprobe(Inspector.NONE, program.toString(), Duration.ofSeconds(60));
        CompletableFuture<Optional<String>> problem = ffprobe.begin(media("audio/mpeg", new byte[] {'x'}), "audio");
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(begun));

        ffprobe.close();

        assertThat(problem).isCompletedWithValue(Optional.empty());
    }

    /** The other messages get on, and a traveller waits for what the program says. */
    @Test
    void holdsUpOnlyTheMessageThatItIsAskedAbout() throws IOException {
        Path marker = folder.resolve("go");
        Path program = program("while [ ! -e " + marker + " ]; do sleep 0.05; done; echo '{\"streams\":[]}'");
        try (Timeline timeline = new Timeline(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
                Ffprobe ffprobe = new Ffprobe(Inspector.NONE, program.toString(), Duration.ofSeconds(60))) {
            List<String> done = Collections.synchronizedList(new ArrayList<>());
            timeline.start();
            CompletableFuture<Optional<String>> problem = ffprobe.begin(media("audio/mpeg", new byte[] {'x'}), "audio");
            timeline.once(
                    problem, () -> done.add("asked about " + problem.join().isPresent()));
            timeline.after(Duration.ZERO, () -> done.add("other"));

            await().atMost(Duration.ofSeconds(20)).until(() -> done.contains("other"));
            assertThat(done).containsExactly("other");
            Files.createFile(marker);
            timeline.travel(Duration.ZERO);

            assertThat(done).containsExactly("other", "asked about true");
        }
    }

    private StoredMedia media(String contentType, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("media"), content);
        return new StoredMedia("1", ApiVersion.V2, contentType, null, content.length, "", file);
    }

    private static byte[] resource(String sample) throws IOException {
        try (InputStream in = FfprobeTest.class.getResourceAsStream("/org/cameld360/simulator/samples/" + sample)) {
            return Objects.requireNonNull(in, sample).readAllBytes();
        }
    }

    private static String installed() {
        Optional<String> program = Ffprobe.find(System.getenv().getOrDefault("PATH", ""));
        assumeTrue(program.isPresent(), "ffprobe is not on the PATH: it is not compared with");
        return program.orElseThrow();
    }

    private Path program(String script) throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "programs need a mode here");
        Path program = Files.writeString(folder.resolve("ffprobe"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }
}
