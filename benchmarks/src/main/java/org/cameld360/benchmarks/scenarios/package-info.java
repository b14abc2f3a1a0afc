/** What is measured, one file each. */
@NullMarked
package org.cameld360.benchmarks.scenarios;

import org.jspecify.annotations.NullMarked;
