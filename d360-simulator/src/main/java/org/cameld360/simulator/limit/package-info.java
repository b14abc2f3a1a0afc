/** How much a key may do in which time. */
@NullMarked
package org.cameld360.simulator.limit;

import org.jspecify.annotations.NullMarked;
