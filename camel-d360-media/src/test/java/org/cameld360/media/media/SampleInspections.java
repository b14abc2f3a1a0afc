package org.cameld360.media.media;

import java.util.List;
import org.cameld360.media.media.Picture.Colour;

/** What the inspection of the samples tells, as far as it can't be had yet by inspecting them. */
final class SampleInspections {

    private SampleInspections() {}

    static Inspection of(String name) {
        return switch (name) {
            case "photo-16bit.png" -> Inspections.picture("image/png", 16, Colour.RGB);
            case "sticker-300x200.webp" -> Inspections.sticker(300, 200, false, 1_000);
            case "video-two-audio-streams.mp4" ->
                Inspections.tracks("video/mp4", Inspections.H264, Inspections.AAC, Inspections.AAC);
            case "video-hevc-aac.mp4" -> Inspections.tracks("video/mp4", Inspections.HEVC, Inspections.AAC);
            case "video-h264-mp3.mp4" -> Inspections.tracks("video/mp4", Inspections.H264, Inspections.MP3);
            case "video-truncated.mp4" ->
                new Inspection("video/mp4", false, 3_000, null, List.of(), null, "cut off before its end");
            case "audio-opus-stereo.ogg" -> Inspections.tracks(ContentTypes.OGG_OPUS, Inspections.opus(2));
            case "audio-vorbis.ogg" -> Inspections.tracks("audio/ogg", Inspections.VORBIS);
            default -> Samples.inspect(name);
        };
    }
}
