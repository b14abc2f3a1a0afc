/** Sends every file that is dropped into a folder. */
@NullMarked
package org.cameld360.examples.watchedfolder;

import org.jspecify.annotations.NullMarked;
