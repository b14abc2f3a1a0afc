/** The API below /v1, and how it words its answers. */
@NullMarked
package org.cameld360.simulator.v1;

import org.jspecify.annotations.NullMarked;
