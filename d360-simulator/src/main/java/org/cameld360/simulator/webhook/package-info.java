/** What is told to the business, and how it gets there. */
@NullMarked
package org.cameld360.simulator.webhook;

import org.jspecify.annotations.NullMarked;
