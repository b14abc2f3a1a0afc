/** A strict reader of multipart/form-data. */
@NullMarked
package org.cameld360.simulator.multipart;

import org.jspecify.annotations.NullMarked;
