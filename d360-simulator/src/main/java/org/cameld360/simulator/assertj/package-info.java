/** Assertions for tests that have AssertJ, which the simulator itself does not need. */
@NullMarked
package org.cameld360.simulator.assertj;

import org.jspecify.annotations.NullMarked;
