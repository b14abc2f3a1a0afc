/** An application with its routes in YAML. */
@NullMarked
package org.cameld360.testing.springboot.app;

import org.jspecify.annotations.NullMarked;
