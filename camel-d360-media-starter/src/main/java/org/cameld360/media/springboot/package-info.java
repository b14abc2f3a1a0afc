/** The component's options from Spring Boot's properties. */
@NullMarked
package org.cameld360.media.springboot;

import org.jspecify.annotations.NullMarked;
