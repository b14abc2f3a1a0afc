/** What came in, what goes out, and why a call is refused. */
@NullMarked
package org.cameld360.simulator.call;

import org.jspecify.annotations.NullMarked;
