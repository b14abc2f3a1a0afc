/** How the tests of the examples run them. */
@NullMarked
package org.cameld360.examples.launcher.testing;

import org.jspecify.annotations.NullMarked;
