/** A command that tells whether files would go. It decides as the component does, and needs no other jar than this one. */
@NullMarked
package org.cameld360.media.check;

import org.jspecify.annotations.NullMarked;
