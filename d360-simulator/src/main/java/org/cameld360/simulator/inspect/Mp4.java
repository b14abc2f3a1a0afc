package org.cameld360.simulator.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the boxes of an MP4 or 3GPP file say (ISO/IEC 14496-12).
 *
 * @param whole whether there is an index, and no box goes beyond the end of the file
 * @param fragmented as recorders in browsers write it, which phones don't play
 * @param video the codec of each video track
 * @param audio the codec of each sound track
 */
record Mp4(boolean whole, boolean fragmented, List<String> video, List<String> audio) {

    private static final Mp4 NONE = new Mp4(false, false, List.of(), List.of());

    static Mp4 read(Bytes bytes) throws IOException {
        if (!bytes.has(4, "ftyp")) {
            return NONE;
        }
        Reader reader = new Reader(bytes);
        boolean unbroken = reader.boxes(0, bytes.size(), 0);
        return new Mp4(
                unbroken && reader.index, reader.fragmented, List.copyOf(reader.video), List.copyOf(reader.audio));
    }

    /** Sound of the only kind that is taken in an MP4. */
    boolean isSound() {
        return whole && !fragmented && video.isEmpty() && audio.equals(List.of("aac"));
    }

    private static final class Reader {

        /** Of what is in moov, trak, mdia. A handler elsewhere is not the track's. */
        private static final int TRACK_DEPTH = 3;

        private static final int MAX_DEPTH = 6;
        private static final int MAX_BOXES = 10_000;
        private static final int HEADER = 8;

        private final Bytes bytes;
        private final List<String> video = new ArrayList<>();
        private final List<String> audio = new ArrayList<>();
        private boolean index;
        private boolean fragmented;
        private String handler = "";
        private int seen;

        Reader(Bytes bytes) {
            this.bytes = bytes;
        }

        /** Whether the boxes fill the space between the two. */
        boolean boxes(long from, long to, int depth) throws IOException {
            long at = from;
            while (at + HEADER <= to) {
                long size = bytes.u32(at);
                long header = HEADER;
                if (size == 1) {
                    size = bytes.u64(at + HEADER);
                    header += 8;
                } else if (size == 0) {
                    size = to - at;
                }
                if (size < header || size > to - at || ++seen > MAX_BOXES || depth > MAX_DEPTH) {
                    return false;
                }
                if (!box(bytes.ascii(at + 4, 4), at + header, at + size, depth)) {
                    return false;
                }
                at += size;
            }
            return true;
        }

        private boolean box(String type, long from, long to, int depth) throws IOException {
            switch (type) {
                case "moov", "trak", "mdia", "minf", "stbl" -> {
                    index |= type.equals("moov");
                    return boxes(from, to, depth + 1);
                }
                case "moof", "mvex" -> fragmented = true;
                case "hdlr" -> handler = depth == TRACK_DEPTH ? bytes.ascii(from + 8, 4) : handler;
                case "stsd" -> sampleEntry(from + 8);
                default -> {
                    // Says nothing about the tracks.
                }
            }
            return true;
        }

        private void sampleEntry(long at) throws IOException {
            String format = bytes.ascii(at + 4, 4);
            if (handler.equals("vide")) {
                video.add(
                        switch (format) {
                            case "avc1", "avc3" -> "h264";
                            case "hvc1", "hev1" -> "hevc";
                            default -> "unknown";
                        });
            } else if (handler.equals("soun")) {
                audio.add(format.equals("mp4a") && isAac(at, bytes.u32(at)) ? "aac" : "unknown");
            }
        }

        /** The object type in the elementary stream descriptor: 0x40 is MPEG-4 AAC, 0x66 to 0x68 are MPEG-2 AAC (ISO/IEC 14496-1). */
        private boolean isAac(long entry, long size) throws IOException {
            int length = (int) Math.min(size, 256);
            String box = bytes.ascii(entry, Math.max(length, 0));
            int esds = box.indexOf("esds");
            if (esds < 0) {
                return false;
            }
            long at = descriptor(entry + esds + 8);
            int flags = bytes.u8(at + 2);
            at += 3 + ((flags & 0x80) != 0 ? 2 : 0) + ((flags & 0x20) != 0 ? 2 : 0);
            int object = bytes.u8(descriptor(at));
            return object == 0x40 || (object >= 0x66 && object <= 0x68);
        }

        /** Where the content of a descriptor begins: behind a tag, and a length of one to four bytes. */
        private long descriptor(long at) throws IOException {
            long behind = at + 1;
            for (int i = 0; i < 3 && (bytes.u8(behind) & 0x80) != 0; i++) {
                behind++;
            }
            return behind + 1;
        }
    }
}
