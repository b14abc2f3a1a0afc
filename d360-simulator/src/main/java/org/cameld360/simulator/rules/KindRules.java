package org.cameld360.simulator.rules;

import java.util.Set;
import java.util.function.Predicate;
import org.cameld360.simulator.media.ContentType;

/**
 * One row of the table of media kinds.
 *
 * @param carries the content types of uploads that a message of this kind may name
 * @param maxBytes the largest media that a message of this kind may name
 * @param fields the fields that its object may have
 */
public record KindRules(Predicate<ContentType> carries, long maxBytes, Set<String> fields) {}
