package org.cameld360.media.media;

import java.util.List;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.media.Picture.Colour;

/** What goes and what doesn't: the cases that the tests hold and the documentation shows. */
public final class WhatGoes {

    /**
     * @param what the medium in words
     * @param name its file name
     * @param inspection what the content tells
     * @param v1 what is expected of v1: as {@link #verdict} words it
     * @param v2 the same of v2
     */
    public record Case(String what, String name, Inspection inspection, String v1, String v2) {

        @Override
        public String toString() {
            return what;
        }

        public String expected(MediaRules rules) {
            return rules.api().equals("v1") ? v1 : v2;
        }

        /** The media type, with what it is declared as and uploaded as where that is not plain; or the rule that refuses it. */
        public String verdict(MediaRules rules) {
            MediaDecision decision = MediaDecision.weigh(inspection, MediaWish.named(name), rules);
            if (!decision.objections().isEmpty()) {
                return "– " + decision.objections().get(0).rule();
            }
            String type = decision.type().value();
            boolean usual = decision.contentType().equals(inspection.contentType())
                    && !decision.contentType().equals(ContentTypes.OGG_OPUS);
            String declared = usual ? "" : ", `" + decision.contentType() + "`";
            String uploaded = decision.uploadName().equals(name) ? "" : ", as `" + decision.uploadName() + "`";
            return type + declared + uploaded;
        }
    }

    private WhatGoes() {}

    private static Case both(String what, String name, Inspection inspection, String expected) {
        return new Case(what, name, inspection, expected, expected);
    }

    /** For every rule at least one that it lets through and one that it doesn't. */
    public static List<Case> byRule() {
        String docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        return List.of(
                both("JPEG, 8-bit RGB", "a.jpg", Inspections.picture("image/jpeg", 8, Colour.RGB), "image"),
                both("JPEG, grey", "a.jpg", Inspections.picture("image/jpeg", 8, Colour.GREY), "image"),
                both("JPEG, CMYK", "a.jpg", Inspections.picture("image/jpeg", 8, Colour.CMYK), "– colour"),
                both("JPEG, 12-bit", "a.jpg", Inspections.picture("image/jpeg", 12, Colour.RGB), "– bit-depth"),
                both("JPEG whose header tells nothing", "a.jpg", Wishes.proven("image/jpeg"), "image"),
                both("JPEG, cut off", "a.jpg", Inspections.damaged("image/jpeg"), "– damaged"),
                both("JPEG of 5 MB", "a.jpg", Wishes.proven("image/jpeg", 5_000_000), "image"),
                both("JPEG of 5 MB and a byte", "a.jpg", Wishes.proven("image/jpeg", 5_000_001), "– size"),
                both("JPEG named .png", "a.png", Wishes.proven("image/jpeg"), "image, as `a.jpg`"),
                both("text named .jpg", "a.jpg", Wishes.text(), "– content"),
                both("HTML named .jpg", "a.jpg", Inspections.written("text/html"), "– content"),
                both("PNG, 8-bit RGBA", "a.png", Inspections.picture("image/png", 8, Colour.RGBA), "image"),
                both("PNG, palette", "a.png", Inspections.picture("image/png", 4, Colour.PALETTE), "image"),
                both("PNG, grey", "a.png", Inspections.picture("image/png", 1, Colour.GREY), "image"),
                both("PNG, 16-bit", "a.png", Inspections.picture("image/png", 16, Colour.RGB), "– bit-depth"),
                both("GIF", "a.gif", Wishes.proven("image/gif"), "– content-type"),
                both("HEIC", "a.heic", Wishes.proven("image/heic"), "– content-type"),
                both("TIFF", "a.tif", Wishes.proven("image/tiff"), "– content-type"),
                both("SVG", "a.svg", Inspections.written("image/svg+xml"), "– content-type"),
                both("WebP, 512x512", "a.webp", Inspections.sticker(512, 512, false, 100_000), "sticker"),
                both(
                        "WebP, 512x512, 100 kB and a byte",
                        "a.webp",
                        Inspections.sticker(512, 512, false, 100_001),
                        "– size"),
                both("WebP, 511x512", "a.webp", Inspections.sticker(511, 512, false, 1_000), "– canvas"),
                new Case(
                        "WebP, 512x512, animated",
                        "a.webp",
                        Inspections.sticker(512, 512, true, 500_000),
                        "– animated",
                        "sticker"),
                new Case(
                        "WebP, 512x512, animated, 500 kB and a byte",
                        "a.webp",
                        Inspections.sticker(512, 512, true, 500_001),
                        "– animated",
                        "– size"),
                both(
                        "MP4, H.264 and AAC",
                        "a.mp4",
                        Inspections.tracks("video/mp4", Inspections.H264, Inspections.AAC),
                        "video"),
                both("MP4, H.264, silent", "a.mp4", Inspections.tracks("video/mp4", Inspections.H264), "video"),
                both("MP4 whose tracks can't be seen", "a.mp4", Wishes.proven("video/mp4"), "video"),
                both(
                        "MP4, H.264 and two of AAC",
                        "a.mp4",
                        Inspections.tracks("video/mp4", Inspections.H264, Inspections.AAC, Inspections.AAC),
                        "– streams"),
                both(
                        "MP4, HEVC and AAC",
                        "a.mp4",
                        Inspections.tracks("video/mp4", Inspections.HEVC, Inspections.AAC),
                        "– codec"),
                both(
                        "MP4, H.264 and MP3",
                        "a.mp4",
                        Inspections.tracks("video/mp4", Inspections.H264, Inspections.MP3),
                        "– codec"),
                both("MP4, cut off", "a.mp4", Inspections.damaged("video/mp4"), "– damaged"),
                both("MP4 of 16 MB and a byte", "a.mp4", Wishes.proven("video/mp4", 16_000_001), "– size"),
                both(
                        "MP4 with sound only, AAC",
                        "a.mp4",
                        Inspections.tracks("video/mp4", Inspections.AAC),
                        "audio, `audio/mp4`, as `a.m4a`"),
                both(
                        "3GPP, H.264 and AAC",
                        "a.3gp",
                        Inspections.tracks("video/3gpp", Inspections.H264, Inspections.AAC),
                        "video"),
                both(
                        "3GPP, H.264 and AMR",
                        "a.3gp",
                        Inspections.tracks("video/3gpp", Inspections.H264, Inspections.AMR),
                        "– codec"),
                both(
                        "3GPP with sound only",
                        "a.3gp",
                        Inspections.tracks("audio/3gpp", Inspections.AMR),
                        "– content-type"),
                both("QuickTime", "a.mov", Inspections.tracks("video/quicktime", Inspections.H264), "– content-type"),
                both("WebM", "a.webm", Wishes.proven("video/webm"), "– content-type"),
                both("AAC", "a.aac", Inspections.tracks("audio/aac", Inspections.AAC), "audio"),
                both("M4A, AAC", "a.m4a", Inspections.tracks("audio/mp4", Inspections.AAC), "audio"),
                both(
                        "M4A, ALAC",
                        "a.m4a",
                        Inspections.tracks("audio/mp4", new Track(Track.Kind.AUDIO, "alac", 2)),
                        "– codec"),
                both("MP3", "a.mp3", Inspections.tracks("audio/mpeg", Inspections.MP3), "audio"),
                both("AMR", "a.amr", Inspections.tracks("audio/amr", Inspections.AMR), "audio"),
                both("AMR-WB", "a.awb", Wishes.proven("audio/amr-wb"), "– content-type"),
                both(
                        "Ogg, Opus, mono",
                        "a.ogg",
                        Inspections.tracks("audio/ogg", Inspections.opus(1)),
                        "audio, `audio/ogg; codecs=opus`"),
                new Case(
                        "Ogg, Opus, stereo",
                        "a.ogg",
                        Inspections.tracks(ContentTypes.OGG_OPUS, Inspections.opus(2)),
                        "audio, `audio/ogg; codecs=opus`",
                        "– channels"),
                both("Ogg, Vorbis", "a.ogg", Inspections.tracks("audio/ogg", Inspections.VORBIS), "– codec"),
                both("Ogg whose codec can't be seen", "a.ogg", Wishes.proven("audio/ogg"), "– codec"),
                both("Ogg, Opus, cut off", "a.ogg", Inspections.damaged(ContentTypes.OGG_OPUS), "– damaged"),
                both("WAV", "a.wav", Wishes.proven("audio/wav"), "– content-type"),
                both("FLAC", "a.flac", Wishes.proven("audio/flac"), "– content-type"),
                both("MP3 of 16 MB and a byte", "a.mp3", Wishes.proven("audio/mpeg", 16_000_001), "– size"),
                both("PDF", "a.pdf", Wishes.proven("application/pdf"), "document"),
                both("PDF, damaged", "a.pdf", Inspections.damaged("application/pdf"), "document"),
                new Case(
                        "PDF of 64 MB and a byte",
                        "a.pdf",
                        Wishes.proven("application/pdf", 64_000_001),
                        "– size",
                        "document"),
                both("PDF of 100 MB and a byte", "a.pdf", Wishes.proven("application/pdf", 100_000_001), "– size"),
                both("Word, .docx", "a.docx", Wishes.proven(docx), "document"),
                both("plain text", "a.txt", Wishes.text(), "document, `text/plain`"),
                new Case("CSV", "a.csv", Wishes.text(), "document, `text/csv`", "document, `text/plain`"),
                new Case("Markdown", "a.md", Wishes.text(), "document, `text/markdown`", "document, `text/plain`"),
                new Case(
                        "JSON",
                        "a.json",
                        Inspections.written("application/json"),
                        "document",
                        "document, `text/plain`"),
                new Case("XML", "a.xml", Inspections.written("application/xml"), "document", "document, `text/plain`"),
                new Case("HTML", "a.html", Inspections.written("text/html"), "document", "– content-type"),
                new Case("RTF", "a.rtf", Inspections.written("application/rtf"), "document", "– content-type"),
                both("a mail that Outlook wrapped", "winmail.dat", Wishes.proven(ContentTypes.TNEF), "– wrapped"),
                new Case("ZIP", "a.zip", Wishes.proven("application/zip"), "document", "– content-type"),
                new Case(
                        "something unknown",
                        "a.bin",
                        Wishes.unknown(),
                        "document, `application/octet-stream`",
                        "– content-type"));
    }

    /** The samples, in the order of their table. */
    public static List<Case> samples() {
        String opus = "audio, `audio/ogg; codecs=opus`";
        return List.of(
                sample("photo.jpg", "image", "image"),
                sample("photo.png", "image", "image"),
                sample("photo-16bit.png", "– bit-depth", "– bit-depth"),
                sample("png-named.jpg", "image, as `png-named.png`", "image, as `png-named.png`"),
                sample("animation.gif", "– content-type", "– content-type"),
                sample("sticker.webp", "sticker", "sticker"),
                sample("sticker-animated.webp", "– animated", "sticker"),
                sample("sticker-300x200.webp", "– canvas", "– canvas"),
                sample("video-h264-aac.mp4", "video", "video"),
                sample("video-h264-aac-moov-last.mp4", "video", "video"),
                sample("video-h264-aac.3gp", "video", "video"),
                sample("video-h264-silent.mp4", "video", "video"),
                sample("video-two-audio-streams.mp4", "– streams", "– streams"),
                sample("video-hevc-aac.mp4", "– codec", "– codec"),
                sample("video-h264-mp3.mp4", "– codec", "– codec"),
                sample("video-truncated.mp4", "– damaged", "– damaged"),
                sample("audio.aac", "audio", "audio"),
                sample("audio.m4a", "audio", "audio"),
                sample("audio.mp3", "audio", "audio"),
                sample("audio.amr", "audio", "audio"),
                sample("voice-opus-mono.ogg", opus, opus),
                sample("audio-opus-stereo.ogg", opus, "– channels"),
                sample("audio-vorbis.ogg", "– codec", "– codec"),
                sample("audio-webm-named.ogg", "– content-type", "– content-type"),
                sample("audio.wav", "– content-type", "– content-type"),
                sample("invoice.pdf", "document", "document"),
                sample("note.txt", "document, `text/plain`", "document, `text/plain`"),
                sample("table.csv", "document, `text/csv`", "document, `text/plain`"));
    }

    private static Case sample(String name, String v1, String v2) {
        return new Case(name, name, Samples.inspect(name), v1, v2);
    }

    /** A medium without a byte is refused before it is looked at. */
    public static MediaRejectedException empty() {
        try {
            Samples.inspect("empty.jpg");
        } catch (MediaRejectedException e) {
            return e;
        }
        throw new AssertionError("empty.jpg was not refused");
    }
}
