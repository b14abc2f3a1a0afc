package org.cameld360.simulator.inspect;

/** The details of 131053. Those of {@link #otherType}, {@link #otherCodecs} and {@link #INVALID_IMAGE} are as they were seen; the others follow them. */
final class Wording {

    static final String INVALID_IMAGE = "Image is invalid.";

    private Wording() {}

    /** The kind is {@code Audio} or {@code Video}. */
    static String otherType(String kind, String declared) {
        return kind + " file uploaded with mimetype as " + declared
                + ", however on processing it is of type application/octet-stream. Please choose a different file.";
    }

    static String otherCodecs(String declared, String videoCodec, String audioCodec) {
        return "Video file uploaded with mimetype as " + declared + ", however on processing it is of type " + declared
                + ", videoCodec=" + videoCodec + ", audioCodec=" + audioCodec + ".";
    }

    static String tooManyStreams(String declared, int streams) {
        return "Video file uploaded with mimetype as " + declared + ", however on processing it has " + streams
                + " audio streams. Please choose a different file.";
    }

    static String tooManyChannels(String declared, int channels) {
        return "Audio file uploaded with mimetype as " + declared + ", however on processing it has " + channels
                + " channels. Please choose a different file.";
    }

    static String stickerSize(int width, int height) {
        return "Sticker must have 512x512 pixels, and has " + width + "x" + height + ".";
    }
}
