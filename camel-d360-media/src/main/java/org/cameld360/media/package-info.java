/** What routes see of the component: its results and its exceptions. Knows neither Camel nor HTTP. */
@NullMarked
package org.cameld360.media;

import org.jspecify.annotations.NullMarked;
