/** What a test or a rate wants to go wrong. */
@NullMarked
package org.cameld360.simulator.fault;

import org.jspecify.annotations.NullMarked;
