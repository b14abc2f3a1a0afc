package org.cameld360.examples.watchedfolder;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.CRC32;
import org.cameld360.examples.watchedfolder.Entry.Ending;
import org.cameld360.examples.watchedfolder.Entry.Stage;
import org.cameld360.examples.watchedfolder.Entry.Upload;
import org.jspecify.annotations.Nullable;

/**
 * A line of the journal: a checksum and JSON in plain ASCII, so that no name can pretend to be a line of its own. Each tells
 * all that is known of a file, and replaces what an earlier line told.
 */
final class JournalLine {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** The first line: what this is, and how it is written. */
    static final String HEADER = line(JSON.createObjectNode().put("watchedFolderJournal", 1));

    private static final String CLOSED = "closed";

    private JournalLine() {}

    /**
     * What a line says.
     *
     * @param entry what is known of the file, or {@code null} where nothing has to be any more
     */
    record Event(String name, @Nullable Entry entry) {}

    static String of(Entry entry) {
        ObjectNode json = JSON.createObjectNode();
        json.put("stage", entry.stage().name().toLowerCase(Locale.ROOT));
        json.put("name", entry.name());
        json.put("size", entry.state().size());
        json.put("modified", entry.state().modified().toString());
        json.put("key", entry.state().key());
        json.put("to", entry.to());
        Upload upload = entry.upload();
        if (upload != null) {
            json.putObject("upload")
                    .put("sha256", upload.sha256())
                    .put("mediaId", upload.mediaId())
                    .put("type", upload.type())
                    .put("contentType", upload.contentType())
                    .put("fileName", upload.fileName())
                    .put("expiresAt", upload.expiresAt().toString())
                    .put("account", upload.account());
        }
        Ending ending = entry.ending();
        if (ending != null) {
            json.putObject("ending")
                    .put("outcome", ending.outcome().name().toLowerCase(Locale.ROOT))
                    .put("place", ending.place())
                    .put("words", ending.words());
        }
        return line(json);
    }

    static String closed(String name) {
        return line(JSON.createObjectNode().put("stage", CLOSED).put("name", name));
    }

    /**
     * Reads a line, without its end.
     *
     * @throws IllegalArgumentException where it is none, or not as it was written
     */
    static Event parse(String line) {
        if (line.length() < 10 || line.charAt(8) != ' ' || !line.substring(0, 8).equals(checksum(line.substring(9)))) {
            throw new IllegalArgumentException("its checksum is wrong");
        }
        try {
            JsonNode json = JSON.readTree(line.substring(9));
            String name = text(json, "name");
            return new Event(name, text(json, "stage").equals(CLOSED) ? null : entry(name, json));
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("it can't be read", e);
        }
    }

    private static Entry entry(String name, JsonNode json) {
        FileState state = new FileState(
                json.path("size").longValue(), Instant.parse(text(json, "modified")), textOrNull(json, "key"));
        return new Entry(
                name,
                state,
                textOrNull(json, "to"),
                Stage.valueOf(text(json, "stage").toUpperCase(Locale.ROOT)),
                json.hasNonNull("upload") ? upload(json.get("upload")) : null,
                json.hasNonNull("ending") ? ending(json.get("ending")) : null);
    }

    private static Upload upload(JsonNode json) {
        return new Upload(
                text(json, "mediaId"),
                text(json, "type"),
                text(json, "contentType"),
                text(json, "fileName"),
                text(json, "sha256"),
                Instant.parse(text(json, "expiresAt")),
                text(json, "account"));
    }

    private static Ending ending(JsonNode json) {
        return new Ending(
                Outcome.valueOf(text(json, "outcome").toUpperCase(Locale.ROOT)),
                textOrNull(json, "place"),
                text(json, "words"));
    }

    private static String text(JsonNode json, String field) {
        String text = textOrNull(json, field);
        if (text == null) {
            throw new IllegalArgumentException("it has no " + field);
        }
        return text;
    }

    private static @Nullable String textOrNull(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isTextual() ? value.textValue() : null;
    }

    private static String line(ObjectNode json) {
        try {
            String text = JSON.writeValueAsString(json);
            return checksum(text) + " " + text + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(US_ASCII));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
