/** Time that tests can move, and what is due later. */
@NullMarked
package org.cameld360.simulator.time;

import org.jspecify.annotations.NullMarked;
