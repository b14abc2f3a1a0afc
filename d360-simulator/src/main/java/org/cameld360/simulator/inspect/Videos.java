package org.cameld360.simulator.inspect;

import java.util.Optional;

/** H.264 with AAC or nothing, and one sound track at most. */
final class Videos {

    private Videos() {}

    static Optional<String> problem(String declared, Mp4 file) {
        if (!file.whole() || file.video().isEmpty()) {
            return Optional.of(Wording.otherType("Video", declared));
        }
        String videoCodec = file.video().get(0);
        String audioCodec = file.audio().isEmpty() ? "none" : file.audio().get(0);
        boolean playable = videoCodec.equals("h264") && (audioCodec.equals("aac") || audioCodec.equals("none"));
        if (!playable) {
            return Optional.of(Wording.otherCodecs(declared, videoCodec, audioCodec));
        }
        return file.audio().size() > 1
                ? Optional.of(Wording.tooManyStreams(declared, file.audio().size()))
                : Optional.empty();
    }
}
