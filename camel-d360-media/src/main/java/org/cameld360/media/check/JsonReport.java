package org.cameld360.media.check;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.cameld360.media.check.CheckedFile.Problem;
import org.cameld360.media.check.CheckedFile.Verdict;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.MediaDecision;
import org.cameld360.media.media.Picture;
import org.cameld360.media.media.Track;
import org.jspecify.annotations.Nullable;

/** For scripts: an array, with an object on a line for each file. What is not known is {@code null}. */
final class JsonReport implements Report {

    private final PrintStream out;
    private boolean begun;

    JsonReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void add(CheckedFile file) {
        out.print(begun ? ",\n" : "[\n");
        begun = true;
        out.print(JsonText.of(object(file)));
    }

    @Override
    public void end() {
        out.print(begun ? "\n]\n" : "[]\n");
    }

    private static Map<String, @Nullable Object> object(CheckedFile file) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("file", file.file());
        object.put("goes", file.goes());
        object.put("inspection", file.inspection() == null ? null : object(file.inspection()));
        object.put("verdicts", file.verdicts().stream().map(JsonReport::object).toList());
        return object;
    }

    private static Map<String, @Nullable Object> object(Inspection inspection) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("contentType", inspection.contentType());
        object.put("text", inspection.text());
        object.put("size", inspection.size());
        object.put("picture", inspection.picture() == null ? null : object(inspection.picture()));
        object.put(
                "tracks", inspection.tracks().stream().map(JsonReport::object).toList());
        object.put(
                "durationMillis",
                inspection.duration() == null ? null : inspection.duration().toMillis());
        object.put("damage", inspection.damage());
        return object;
    }

    private static Map<String, @Nullable Object> object(Picture picture) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("width", known(picture.width()));
        object.put("height", known(picture.height()));
        object.put("bitDepth", known(picture.bitDepth()));
        object.put(
                "colour",
                picture.colour() == Picture.Colour.UNKNOWN
                        ? null
                        : picture.colour().name().toLowerCase(Locale.ROOT));
        object.put("animated", picture.animated());
        return object;
    }

    private static Map<String, @Nullable Object> object(Track track) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("kind", track.kind().name().toLowerCase(Locale.ROOT));
        object.put("codec", track.codec());
        object.put("channels", known(track.channels()));
        return object;
    }

    private static Map<String, @Nullable Object> object(Verdict verdict) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        MediaDecision decision = verdict.goes() ? verdict.decision() : null;
        object.put("api", verdict.api());
        object.put("goes", verdict.goes());
        object.put("type", decision == null ? null : decision.type().value());
        object.put("contentType", decision == null ? null : decision.contentType());
        object.put("fileName", decision == null ? null : decision.fileName());
        object.put("uploadName", decision == null ? null : decision.uploadName());
        object.put(
                "problems", verdict.problems().stream().map(JsonReport::object).toList());
        return object;
    }

    private static Map<String, @Nullable Object> object(Problem problem) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("rule", problem.rule());
        object.put("limit", problem.limit());
        object.put("why", problem.why());
        return object;
    }

    private static @Nullable Integer known(int value) {
        return value == 0 ? null : value;
    }
}
