/** A simulator behind https, for applications under test. */
@NullMarked
package org.cameld360.testing.https;

import org.jspecify.annotations.NullMarked;
