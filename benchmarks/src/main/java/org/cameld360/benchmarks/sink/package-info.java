/** What the requests go to: a small, fast server that reads everything, keeps nothing and answers as the API does. */
@NullMarked
package org.cameld360.benchmarks.sink;

import org.jspecify.annotations.NullMarked;
