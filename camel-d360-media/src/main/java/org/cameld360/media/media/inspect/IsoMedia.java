package org.cameld360.media.media.inspect;

import java.io.IOException;
import java.util.Set;
import org.cameld360.media.media.Track;
import org.cameld360.media.media.Track.Kind;
import org.jspecify.annotations.Nullable;

/** ISO base media files: MP4, 3GP, QuickTime, HEIC and AVIF. Walks the outer boxes; media data is stepped over. */
final class IsoMedia {

    /** How QuickTime files from before there were brands begin. */
    private static final Set<String> BRANDLESS = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");

    private final View view;
    private final Findings findings;
    private final Movie movie;
    private final Brand brand;
    private boolean index;
    private boolean data;
    private boolean fragments;

    private IsoMedia(View view, Findings findings, Brand brand) {
        this.view = view;
        this.findings = findings;
        this.brand = brand;
        this.movie = new Movie(findings, brand);
    }

    static boolean read(View view, Findings findings) throws IOException {
        String type = view.length() < 8 ? "" : view.latin1(4, 4);
        if (!type.equals("ftyp") && !BRANDLESS.contains(type)) {
            return false;
        }
        Box first = Box.at(view, 0, view.length());
        if (first == null) {
            return false;
        }
        Brand brand = type.equals("ftyp") ? Brand.of(first) : Brand.QUICKTIME;
        new IsoMedia(view, findings, brand).read(first, type.equals("ftyp"));
        return findings.contentType() != null;
    }

    private void read(Box first, boolean branded) throws IOException {
        if (branded) {
            findings.contentType(brand.contentType);
        }
        try {
            boxes(first);
            findings.damage(missing());
        } catch (Broken e) {
            findings.damage(e.getMessage());
        }
        if (branded || index) {
            findings.contentType(contentType());
            findings.damage(fragmentedSound());
        }
    }

    private void boxes(Box first) throws IOException {
        for (Box box = first; box != null; box = next(box)) {
            switch (box.type()) {
                case "moov" -> {
                    index = true;
                    movie.read(box);
                }
                case "mdat", "idat" -> data = true;
                case "moof" -> fragments = true;
                case "meta" -> {
                    if (brand.isImage()) {
                        index = true;
                        findings.picture(Heif.picture(box, brand.isSequence()));
                    }
                }
                default -> {}
            }
            if (box.end() > view.length()) {
                throw new Broken("cut off: it is shorter than its headers say");
            }
            if (index && fragments) { // a long recording has thousands of them, all alike
                return;
            }
        }
    }

    /** What can't be a box behind all that is needed is what cameras and phones leave there. */
    private @Nullable Box next(Box box) throws IOException {
        if (!index || !data) {
            return box.next();
        }
        try {
            Box next = box.next();
            return next == null || (next.end() > view.length() && !isKnown(next.type())) ? null : next;
        } catch (Broken e) {
            if (view.isSteppedThrough() || view.isSpent()) {
                throw e;
            }
            return null;
        }
    }

    private static boolean isKnown(String type) {
        return type.equals("mdat") || type.equals("moov") || type.equals("moof");
    }

    private @Nullable String missing() {
        if (!index) {
            return "cut off: its index is missing. Was it copied while it was being recorded?";
        }
        boolean content = data || fragments || brand.isImage();
        return content ? null : "cut off: it holds no media data";
    }

    /** The content decides: what has sound and no pictures is audio. */
    private String contentType() {
        if (!findings.has(Kind.AUDIO) || findings.has(Kind.VIDEO)) {
            return brand == Brand.MP4_AUDIO && !findings.has(Kind.VIDEO) ? "audio/mp4" : brand.contentType;
        }
        return switch (brand) {
            case MP4, MP4_AUDIO -> "audio/mp4";
            case MP3GPP -> isAac() ? "audio/mp4" : "audio/3gpp";
            case MP3GPP2 -> isAac() ? "audio/mp4" : "audio/3gpp2";
            default -> brand.contentType;
        };
    }

    private boolean isAac() {
        return findings.tracks().stream().map(Track::codec).allMatch("aac"::equals);
    }

    /**
     * WhatsApp takes what a browser's MediaRecorder writes as audio/mp4 at upload, and says afterwards that it is an
     * application/octet-stream (error 131053).
     */
    private @Nullable String fragmentedSound() {
        boolean sound = findings.has(Kind.AUDIO) && !findings.has(Kind.VIDEO);
        return sound && (fragments || movie.isFragmented())
                ? "fragmented, as browsers record it, and WhatsApp can't play fragmented MP4 sound"
                : null;
    }
}
