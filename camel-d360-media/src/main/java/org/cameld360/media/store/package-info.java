/** Where media ids are remembered, so that the same content need not be uploaded again. Knows the JDK only. */
@NullMarked
package org.cameld360.media.store;

import org.jspecify.annotations.NullMarked;
