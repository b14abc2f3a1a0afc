/** What stands in for Kafka, where an example is not given a real one. */
@NullMarked
package org.cameld360.examples.broker;

import org.jspecify.annotations.NullMarked;
