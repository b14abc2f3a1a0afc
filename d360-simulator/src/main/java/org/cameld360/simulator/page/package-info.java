/** The JSON and the media behind the page. */
@NullMarked
package org.cameld360.simulator.page;

import org.jspecify.annotations.NullMarked;
