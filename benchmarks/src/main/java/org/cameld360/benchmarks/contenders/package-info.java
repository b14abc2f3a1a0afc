/** Everything that can do the work, behind one interface. */
@NullMarked
package org.cameld360.benchmarks.contenders;

import org.jspecify.annotations.NullMarked;
