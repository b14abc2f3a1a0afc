package org.cameld360.media.client;

import org.cameld360.media.UploadedMedia;

/**
 * A medium that 360dialog holds.
 *
 * @param reused whether it was there before, so that nothing was uploaded for it
 */
public record HeldMedia(UploadedMedia media, boolean reused) {}
