/** Keeps a contender busy for a while. */
@NullMarked
package org.cameld360.benchmarks.load;

import org.jspecify.annotations.NullMarked;
