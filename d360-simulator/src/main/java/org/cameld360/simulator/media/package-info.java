/** What was uploaded, and where its bytes are. */
@NullMarked
package org.cameld360.simulator.media;

import org.jspecify.annotations.NullMarked;
