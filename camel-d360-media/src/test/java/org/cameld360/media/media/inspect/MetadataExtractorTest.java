package org.cameld360.media.media.inspect;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.Samples;
import org.junit.jupiter.api.Test;

/** Compares with metadata-extractor, which knows images, MP4 and QuickTime, and parts of a few others. */
class MetadataExtractorTest {

    private static final String TABLE = """
            audio.m4a                    | type     | video/mp4        | audio/mp4  | it goes by the container, and here the tracks decide
            alac.m4a                     | type     | video/mp4        | audio/mp4  | as above
            opus.mp4                     | type     | video/mp4        | audio/mp4  | as above
            fragmented.m4a               | type     | video/mp4        | audio/mp4  | as above
            video-h264-aac.3gp           | type     | video/quicktime  | video/3gpp | it knows no 3GP
            h263.3gp                     | type     | video/quicktime  | video/3gpp | as above
            audio.wav                    | type     | audio/vnd.wave   | audio/wav  | two names for the same
            six.wav                      | type     | audio/vnd.wave   | audio/wav  | as above
            audio.wav                    | audio    | Microsoft PCM/1  | pcm/1      | two names for the same
            six.wav                      | audio    | Unknown/6        | pcm/6      | it doesn't look into the extension
            audio.m4a                    | audio    | aac/2            | aac/1      | writers put 2 into the description; AAC's own header says 1, as ffprobe does
            fragmented.m4a               | audio    | aac/2            | aac/1      | as above
            video-h264-aac.mp4           | audio    | aac/2            | aac/1      | as above
            video-h264-aac-moov-last.mp4 | audio    | aac/2            | aac/1      | as above
            video-hevc-aac.mp4           | audio    | aac/2            | aac/1      | as above
            video-truncated.mp4          | audio    | aac/2            | aac/1      | as above
            video-two-audio-streams.mp4  | audio    | aac/2 + aac/2    | aac/1 + aac/1 | as above
            video-h264-mp3.mp4           | audio    | aac/2            | mp3/0      | it doesn't read the object type behind mp4a
            opus.mp4                     | audio    | Unknown/1        | opus/1     | it doesn't know Opus
            alac.m4a                     | audio    | Apple Lossless Audio Codec/1 | alac/1 | two names for the same
            video-hevc-aac.mp4           | video    | Unknown          | hevc       | it doesn't know HEVC
            hvc1.mov                     | video    | Unknown          | hevc       | as above
            av1.mp4                      | video    | Unknown          | av1        | it doesn't know AV1
            xvid.avi                     | type     | video/vnd.avi    | video/x-msvideo | two names for the same
            fragmented.m4a               | duration | 0                | -          | 0 means that it isn't known
            fragmented.mp4               | duration | 0                | -          | as above
            """;

    private static final Map<String, String> NAMES = Map.of(
            "H.264", "h264",
            "MPEG-4", "mpeg4",
            "MPEG-4, Advanced Audio Coding (AAC)", "aac",
            "True Color", "RGB",
            "True Color with Alpha", "RGBA",
            "Greyscale", "GREY",
            "Greyscale with Alpha", "GREY_ALPHA",
            "Indexed Color", "PALETTE");

    @Test
    void agreesButForWhatIsExplained() throws Exception {
        Differences differences = new Differences();
        List<String> samples = new ArrayList<>(Samples.names());
        samples.addAll(Samples.moreNames());
        for (String sample : samples) {
            Inspection ours = Samples.inspect(sample);
            differences.compare(sample, theirs(sample), Differences.facts(ours));
        }

        differences.areExplainedBy(TABLE);
    }

    private static Map<String, String> theirs(String sample) throws IOException {
        Metadata metadata;
        try (var in = Files.newInputStream(Samples.path(sample))) {
            metadata = ImageMetadataReader.readMetadata(in);
        } catch (ImageProcessingException e) { // it doesn't know the format
            return Map.of();
        }
        Map<String, String> facts = new TreeMap<>();
        int images = 0;
        for (Directory directory : metadata.getDirectories()) {
            String kind = directory.getClass().getSimpleName();
            Map<String, String> tags = new HashMap<>();
            for (Tag tag : directory.getTags()) {
                tags.putIfAbsent(tag.getTagName(), tag.getDescription());
            }
            images += kind.equals("GifImageDirectory") ? 1 : 0;
            if (kind.equals("FileTypeDirectory")) {
                facts.put("type", tags.get("Detected MIME Type"));
            } else if (kind.endsWith("VideoDirectory")) {
                facts.merge("video", name(tags.get("Compression Type")), (a, b) -> a + " + " + b);
            } else if (kind.endsWith("SoundDirectory")) {
                sound(facts, tags.get("Format"), tags.get("Number of Channels"));
            } else if (kind.equals("WavDirectory")) {
                sound(facts, tags.get("Format"), tags.get("Channels"));
            } else if (kind.equals("Mp4Directory") || kind.equals("QuickTimeDirectory")) {
                facts.put("duration", tags.get("Duration"));
            } else if (!kind.equals("AviDirectory") && (tags.containsKey("Image Width") || tags.containsKey("Width"))) {
                picture(facts, tags);
            }
        }
        if (images > 0) {
            facts.put("animated", "" + (images > 1));
        }
        return facts;
    }

    private static void picture(Map<String, String> facts, Map<String, String> tags) {
        if (facts.containsKey("size")) { // a frame of a GIF behind its canvas
            return;
        }
        String width = tags.getOrDefault("Image Width", tags.get("Width"));
        String height = tags.getOrDefault("Image Height", tags.get("Height"));
        facts.put("size", number(width) + "x" + number(height));
        String bits =
                tags.getOrDefault("Bits Per Sample", tags.getOrDefault("Data Precision", tags.get("Bits Per Channel")));
        if (bits != null) {
            facts.put("bits", number(bits));
        }
        if (tags.containsKey("Color Type")) {
            facts.put("colour", name(tags.get("Color Type")));
        }
        if (tags.containsKey("Is Animation")) {
            facts.put("animated", tags.get("Is Animation"));
        }
    }

    private static void sound(Map<String, String> facts, String format, String channels) {
        facts.merge("audio", name(format) + "/" + channels, (a, b) -> a + " + " + b);
    }

    private static String name(String theirs) {
        return NAMES.getOrDefault(theirs, theirs);
    }

    private static String number(String description) {
        return description.split(" ")[0];
    }
}
