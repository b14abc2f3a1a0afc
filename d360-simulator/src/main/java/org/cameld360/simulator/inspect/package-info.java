/** Looks into media as WhatsApp would, with rules that share no code with the component. */
@NullMarked
package org.cameld360.simulator.inspect;

import org.jspecify.annotations.NullMarked;
