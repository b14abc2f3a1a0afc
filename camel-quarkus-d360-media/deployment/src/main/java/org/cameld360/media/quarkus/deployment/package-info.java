/** What Quarkus does with the component at build time. */
@NullMarked
package org.cameld360.media.quarkus.deployment;

import org.jspecify.annotations.NullMarked;
