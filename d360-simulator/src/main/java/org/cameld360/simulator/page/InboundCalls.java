package org.cameld360.simulator.page;

import java.util.List;
import org.cameld360.simulator.inbound.InboundDesk;

/**
 * Where the page's inbound messages go.
 *
 * @param keys of the numbers that they can be sent to; the first one is the default
 */
public record InboundCalls(InboundDesk desk, List<String> keys) {}
