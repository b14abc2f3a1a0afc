/** What went between the business and people, as a phone would show it. */
@NullMarked
package org.cameld360.simulator.conversation;

import org.jspecify.annotations.NullMarked;
