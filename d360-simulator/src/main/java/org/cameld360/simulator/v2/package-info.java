/** The Cloud API at the root, and how it words its answers. */
@NullMarked
package org.cameld360.simulator.v2;

import org.jspecify.annotations.NullMarked;
