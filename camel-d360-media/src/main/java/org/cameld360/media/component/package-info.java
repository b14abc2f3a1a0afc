/** The Camel side: component, endpoint, producer, operations and converters. The only package that knows Camel. */
@NullMarked
package org.cameld360.media.component;

import org.jspecify.annotations.NullMarked;
