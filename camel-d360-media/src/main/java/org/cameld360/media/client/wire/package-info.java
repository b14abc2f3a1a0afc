/**
 * JSON as it stands on the wire. Every property is named, every type is boxed, an absent field is {@code null}, and
 * unknown fields are ignored.
 */
@NullMarked
package org.cameld360.media.client.wire;

import org.jspecify.annotations.NullMarked;
