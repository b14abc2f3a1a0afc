package org.cameld360.media.media.inspect;

import java.io.IOException;
import java.util.Map;
import org.cameld360.media.media.Track;
import org.cameld360.media.media.Track.Kind;

/** AVI: the streams in the list of headers. */
final class Avi {

    private static final Map<String, String> CODECS = Map.of(
            "H264", "h264", "h264", "h264", "X264", "h264", "XVID", "mpeg4", "xvid", "mpeg4", "DIVX", "mpeg4", "DX50",
            "mpeg4", "FMP4", "mpeg4", "MJPG", "mjpeg");

    private Avi() {}

    static boolean read(View view, Findings findings) throws IOException {
        if (!Riff.is(view, "AVI ")) {
            return false;
        }
        findings.contentType("video/x-msvideo");
        Riff headers = Riff.first(view);
        if (headers == null || !isList(headers, "hdrl")) {
            return true;
        }
        for (Riff chunk = headers.child(); chunk != null; chunk = chunk.next(headers.end())) {
            if (chunk.type().equals("avih")) {
                long frames = view.u32le(chunk.content() + 16);
                findings.duration(frames * view.u32le(chunk.content()) / 1_000, 1_000);
            } else if (isList(chunk, "strl")) {
                findings.track(stream(chunk));
            }
        }
        if (Riff.isCutOff(view)) {
            throw new Broken("cut off: it is shorter than its header says");
        }
        return true;
    }

    private static boolean isList(Riff chunk, String type) throws IOException {
        return chunk.type().equals("LIST") && chunk.view().has(chunk.content(), type);
    }

    private static Track stream(Riff list) throws IOException {
        View view = list.view();
        String type = "";
        for (Riff chunk = list.child(); chunk != null; chunk = chunk.next(list.end())) {
            if (chunk.type().equals("strh")) {
                type = view.latin1(chunk.content(), 4);
            } else if (chunk.type().equals("strf") && type.equals("auds")) {
                return Wav.track(view, chunk.content(), chunk.end());
            } else if (chunk.type().equals("strf") && type.equals("vids")) {
                String code = view.latin1(chunk.content() + 16, 4);
                String known = CODECS.get(code);
                return new Track(Kind.VIDEO, known != null ? known : IsoCodec.of(code), 0);
            }
        }
        return new Track(Kind.OTHER, "unknown", 0);
    }
}
