package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.cameld360.media.media.Track;
import org.cameld360.media.media.Track.Kind;
import org.jspecify.annotations.Nullable;

/** Ogg: the first pages, which are one for each stream, and the last, which tells the time. */
final class Ogg {

    private static final String DAMAGED = "damaged: the checksum of one of its pages is wrong";

    private Ogg() {}

    static boolean read(View view, Findings findings) throws IOException {
        if (!view.has(0, OggPage.SIGN)) {
            return false;
        }
        findings.contentType("application/ogg");
        try {
            pages(view, findings);
        } finally {
            findings.contentType(contentType(findings));
        }
        return true;
    }

    private static void pages(View view, Findings findings) throws IOException {
        OggPage page = OggPage.at(view, 0);
        OggCodec timed = null;
        long stream = -1;
        while (page != null && page.isFirst()) {
            OggCodec codec = OggCodec.at(view, page.content());
            findings.track(codec.track());
            if (!page.isIntact()) {
                findings.damage(DAMAGED);
            }
            if (timed == null && codec.perSecond() > 0) {
                timed = codec;
                stream = page.stream();
            }
            page = OggPage.at(view, page.end());
        }
        if (findings.tracks().isEmpty()) {
            throw new Broken("cut off: its beginning is missing");
        }
        if (page == null) {
            throw new Broken("cut off: its headers are not followed by anything");
        }
        end(view, page, findings, timed, stream);
    }

    /** Opus has a name of its own, and players know it by that alone. */
    private static String contentType(Findings findings) {
        if (findings.has(Kind.VIDEO)) {
            return "video/ogg";
        }
        if (!findings.has(Kind.AUDIO)) {
            return "application/ogg";
        }
        boolean opus = findings.tracks().stream()
                .filter(track -> track.kind() == Kind.AUDIO)
                .map(Track::codec)
                .allMatch("opus"::equals);
        return opus ? "audio/ogg; codecs=opus" : "audio/ogg";
    }

    private static void end(View view, OggPage second, Findings findings, @Nullable OggCodec timed, long stream)
            throws IOException {
        long tail = Math.max(second.start(), view.length() - OggPage.LONGEST);
        long at = view.lastIndexOf(OggPage.SIGN, tail, view.length());
        OggPage last = at < 0 ? null : OggPage.at(view, at);
        if (last == null) {
            throw new Broken("damaged: something else stands at its end");
        }
        if (last.end() > view.length()) {
            throw new Broken("cut off: it ends within a page");
        }
        if (!last.isIntact()) {
            throw new Broken(DAMAGED);
        }
        if (timed != null && last.stream() == stream) {
            findings.duration(last.position() - timed.delay(), timed.perSecond());
        }
    }
}
