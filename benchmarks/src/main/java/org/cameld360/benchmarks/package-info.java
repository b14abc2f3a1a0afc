/** Speed and memory, next to what else would do the work, in one run on one machine. */
@NullMarked
package org.cameld360.benchmarks;

import org.jspecify.annotations.NullMarked;
