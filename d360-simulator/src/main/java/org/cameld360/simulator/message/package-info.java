/** Messages: their checks, and those that were accepted. */
@NullMarked
package org.cameld360.simulator.message;

import org.jspecify.annotations.NullMarked;
