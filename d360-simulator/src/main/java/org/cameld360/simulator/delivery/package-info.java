/** What becomes of a message after it was accepted. */
@NullMarked
package org.cameld360.simulator.delivery;

import org.jspecify.annotations.NullMarked;
