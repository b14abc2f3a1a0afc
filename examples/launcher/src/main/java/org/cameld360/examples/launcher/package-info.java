/** Starts an example: stand-ins for the servers that are not configured, then Camel with the example's routes. */
@NullMarked
package org.cameld360.examples.launcher;

import org.jspecify.annotations.NullMarked;
