/** Media and texts that people send to the business. */
@NullMarked
package org.cameld360.simulator.inbound;

import org.jspecify.annotations.NullMarked;
