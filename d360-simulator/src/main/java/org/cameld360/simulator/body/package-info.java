/** The bytes of requests, in memory or on disk. */
@NullMarked
package org.cameld360.simulator.body;

import org.jspecify.annotations.NullMarked;
