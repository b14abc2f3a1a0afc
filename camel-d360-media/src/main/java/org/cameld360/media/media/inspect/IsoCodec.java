package org.cameld360.media.media.inspect;

import java.util.Map;

/** Names of the codes for codecs in ISO base media files (mp4ra.org), QuickTime and AVI. */
final class IsoCodec {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("avc1", "h264"),
            Map.entry("avc2", "h264"),
            Map.entry("avc3", "h264"),
            Map.entry("avc4", "h264"),
            Map.entry("hev1", "hevc"),
            Map.entry("hvc1", "hevc"),
            Map.entry("hev2", "hevc"),
            Map.entry("hvc2", "hevc"),
            Map.entry("dvh1", "hevc"),
            Map.entry("dvhe", "hevc"),
            Map.entry("vvc1", "vvc"),
            Map.entry("vvi1", "vvc"),
            Map.entry("mp4v", "mpeg4"),
            Map.entry("s263", "h263"),
            Map.entry("h263", "h263"),
            Map.entry("H263", "h263"),
            Map.entry("vp08", "vp8"),
            Map.entry("vp09", "vp9"),
            Map.entry("av01", "av1"),
            Map.entry("jpeg", "mjpeg"),
            Map.entry("mjpa", "mjpeg"),
            Map.entry("mjpb", "mjpeg"),
            Map.entry("png ", "png"),
            Map.entry("apch", "prores"),
            Map.entry("apcn", "prores"),
            Map.entry("apcs", "prores"),
            Map.entry("apco", "prores"),
            Map.entry("ap4h", "prores"),
            Map.entry("mp4a", "aac"),
            Map.entry(".mp3", "mp3"),
            Map.entry("samr", "amr-nb"),
            Map.entry("sawb", "amr-wb"),
            Map.entry("Opus", "opus"),
            Map.entry("fLaC", "flac"),
            Map.entry("alac", "alac"),
            Map.entry("ac-3", "ac3"),
            Map.entry("ec-3", "eac3"),
            Map.entry("ac-4", "ac4"),
            Map.entry("dtsc", "dts"),
            Map.entry("lpcm", "pcm"),
            Map.entry("ipcm", "pcm"),
            Map.entry("sowt", "pcm"),
            Map.entry("twos", "pcm"),
            Map.entry("raw ", "pcm"),
            Map.entry("in24", "pcm"),
            Map.entry("fl32", "pcm"),
            Map.entry("ulaw", "pcm-mulaw"),
            Map.entry("alaw", "pcm-alaw"),
            Map.entry("encv", "encrypted"),
            Map.entry("enca", "encrypted"));

    private IsoCodec() {}

    static String of(String code) {
        String name = NAMES.get(code);
        return name != null ? name : unknown(code);
    }

    /** Codes come from outside, so what a terminal would not show plainly is left out. */
    static String unknown(String code) {
        StringBuilder shown = new StringBuilder("unknown:");
        for (int i = 0; i < Math.min(code.length(), 40); i++) {
            char c = code.charAt(i);
            shown.append(c > ' ' && c < 0x7F ? c : '?');
        }
        return shown.toString();
    }
}
