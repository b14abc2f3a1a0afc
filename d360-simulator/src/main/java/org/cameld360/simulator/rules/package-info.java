/** Limits, types and fields, as tables. */
@NullMarked
package org.cameld360.simulator.rules;

import org.jspecify.annotations.NullMarked;
