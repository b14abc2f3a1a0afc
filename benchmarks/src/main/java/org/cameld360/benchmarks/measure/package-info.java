/** What it cost. */
@NullMarked
package org.cameld360.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
