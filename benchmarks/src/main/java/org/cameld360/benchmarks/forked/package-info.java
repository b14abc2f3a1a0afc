/** Programs that are measured in a JVM of their own. */
@NullMarked
package org.cameld360.benchmarks.forked;

import org.jspecify.annotations.NullMarked;
