package org.cameld360.media.media.inspect;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.MediaSource;

/** Tells what a medium is. */
public final class Inspector {

    /** They can read as text from beginning to end. */
    private static final List<Format> TEXT_LIKE = List.of(Signature::pdf, Signature::rtf);

    /** For text: a price list may begin with "BMW", and a note with "ID3", without being what those letters stand for. */
    private static final List<Format> TEXT = List.of(Markup::read, Json::read);

    /** The ones with the weakest signs come last. */
    private static final List<Format> BINARY = List.of(
            Jpeg::read,
            Png::read,
            WebP::read,
            IsoMedia::read,
            Ogg::read,
            MpegAudio::read,
            Adts::read,
            Amr::read,
            Matroska::read,
            Gif::read,
            Zip::read,
            Ole2::read,
            Tiff::read,
            Wav::read,
            Avi::read,
            Flac::read,
            Bmp::read,
            Signature::tnef,
            Signature::executable,
            Id3::read,
            Markup::read);

    private Inspector() {}

    /**
     * Reads no more of it than is needed, and never more than 1 MB.
     *
     * @throws IOException where it can't be read
     */
    public static Inspection inspect(MediaSource source) throws IOException {
        try (SeekableByteChannel channel = source.open()) {
            return inspect(new View(channel, source.length()));
        }
    }

    static Inspection inspect(View view) throws IOException {
        byte[] head = view.bytes(0, (int) Math.min(View.HEAD, view.length()));
        boolean text = Utf8.reads(head, view.length() > head.length);
        Findings findings = new Findings();
        if (matches(TEXT_LIKE, view, findings)) {
            return findings.inspection(false, view.length());
        }
        matches(text ? TEXT : BINARY, view, findings);
        return findings.inspection(text, view.length());
    }

    private static boolean matches(List<Format> formats, View view, Findings findings) throws IOException {
        for (Format format : formats) {
            try {
                if (format.read(view, findings)) {
                    return true;
                }
            } catch (Broken e) {
                if (findings.contentType() != null) {
                    findings.damage(e.getMessage());
                    return true;
                }
            }
        }
        return false;
    }
}
