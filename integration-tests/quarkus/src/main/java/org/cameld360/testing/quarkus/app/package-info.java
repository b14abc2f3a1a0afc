/** An application that sends media which it gets by HTTP. */
@NullMarked
package org.cameld360.testing.quarkus.app;

import org.jspecify.annotations.NullMarked;
