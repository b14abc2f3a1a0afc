/** What a test expects to have been sent. */
@NullMarked
package org.cameld360.simulator.expect;

import org.jspecify.annotations.NullMarked;
