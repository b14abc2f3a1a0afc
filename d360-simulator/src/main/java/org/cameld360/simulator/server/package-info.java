/** The API on WireMock. */
@NullMarked
package org.cameld360.simulator.server;

import org.jspecify.annotations.NullMarked;
