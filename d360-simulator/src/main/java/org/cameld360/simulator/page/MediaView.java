package org.cameld360.simulator.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cameld360.simulator.StoredMedia;
import org.cameld360.simulator.body.Body;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.media.MediaStore;

/** Media for the page, in a way that it cannot run as code there. */
final class MediaView {

    private final MediaStore store;

    MediaView(MediaStore store) {
        this.store = store;
    }

    Answer answer(Call call, String id) {
        StoredMedia media =
                store.get(id).orElseThrow(() -> new PageException(404, "this media was deleted, or never was here"));
        SafeType type = SafeType.of(media.contentType());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", type.contentType());
        headers.put("Content-Disposition", disposition(type, media));
        headers.put(
                "Content-Security-Policy",
                "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Accept-Ranges", "bytes");
        headers.put("Cache-Control", "private, max-age=3600");
        Body whole = Answer.file(type.contentType(), media.file(), media.size()).body();
        Optional<ByteRange> range = call.header("Range").flatMap(header -> ByteRange.parse(header, media.size()));
        if (range.isEmpty()) {
            return new Answer(200, headers, whole);
        }
        long from = range.get().from();
        long to = range.get().to();
        headers.put("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + media.size());
        return new Answer(206, headers, whole.slice(from, to));
    }

    private static String disposition(SafeType type, StoredMedia media) {
        String name = media.fileName() == null ? media.id() : media.fileName();
        // RFC 8187; "+" is the form's way to write a space.
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (type.isShown() ? "inline" : "attachment") + "; filename*=UTF-8''" + encoded;
    }
}
