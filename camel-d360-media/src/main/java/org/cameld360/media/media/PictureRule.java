package org.cameld360.media.media;

import java.util.Set;

/**
 * What the pictures of one media type may be. What a header doesn't tell is not held against it.
 *
 * @param maxBitDepth the most bits for each sample; 0 where any number may go
 * @param colours how the samples may be meant; empty where it doesn't matter
 * @param width the only width in pixels; 0 where any may go
 * @param height the only height in pixels; 0 where any may go
 */
public record PictureRule(int maxBitDepth, Set<Picture.Colour> colours, int width, int height) {

    /** Where nothing is asked of pictures. */
    public static final PictureRule ANY = new PictureRule(0, Set.of(), 0, 0);
}
