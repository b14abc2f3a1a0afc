package org.cameld360.simulator.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.StoredMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "programs need a mode here");
        Path program = folder.resolve("ffprobe");
        Files.writeString(program, "#!/bin/sh\necho asked >> \"$0.log\"\necho '{\"streams\":[]}'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
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
}
