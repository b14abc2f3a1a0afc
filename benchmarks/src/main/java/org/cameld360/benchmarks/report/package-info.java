/** Tables, files and pictures. */
@NullMarked
package org.cameld360.benchmarks.report;

import org.jspecify.annotations.NullMarked;
