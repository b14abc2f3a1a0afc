/**
 * Looks into media. Only {@link org.cameld360.media.media.Inspection} calls it; nothing here is for users.
 *
 * <p>One file for each format or for what formats share. A reader says whether the content is its format, names the MIME type as soon
 * as that is proven, and then adds what else the headers tell; what is wrong in them ends the reading with {@link
 * org.cameld360.media.media.inspect.Broken}.
 */
@NullMarked
package org.cameld360.media.media.inspect;

import org.jspecify.annotations.NullMarked;
