package org.cameld360.media.media;

/**
 * What the header of an image tells.
 *
 * @param width in pixels; 0 where the header doesn't tell
 * @param height in pixels; 0 where the header doesn't tell
 * @param bitDepth bits for each sample; 0 where the header doesn't tell
 * @param colour how the samples are meant
 * @param animated whether it holds more than one frame
 */
public record Picture(int width, int height, int bitDepth, Colour colour, boolean animated) {

    /** How the samples of a pixel are meant. */
    public enum Colour {
        GREY,
        GREY_ALPHA,
        RGB,
        RGBA,
        PALETTE,
        CMYK,
        UNKNOWN
    }
}
