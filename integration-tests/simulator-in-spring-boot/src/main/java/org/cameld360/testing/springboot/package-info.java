/** An application with one route, and its tests. */
@NullMarked
package org.cameld360.testing.springboot;

import org.jspecify.annotations.NullMarked;
