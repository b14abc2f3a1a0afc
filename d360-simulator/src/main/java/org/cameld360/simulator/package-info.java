/** A stand-in for 360dialog's HTTP API: both versions on one port, with state, and as strict as the documents say the real one is. */
@NullMarked
package org.cameld360.simulator;

import org.jspecify.annotations.NullMarked;
