/** JSON, read strictly. */
@NullMarked
package org.cameld360.simulator.json;

import org.jspecify.annotations.NullMarked;
