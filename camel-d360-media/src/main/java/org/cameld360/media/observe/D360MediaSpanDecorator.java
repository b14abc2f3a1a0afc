package org.cameld360.media.observe;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;
import org.apache.camel.util.StringHelper;

/** What spans of camel-telemetry tell of an exchange. Found as a service; loaded only where camel-telemetry is on the class path. */
public final class D360MediaSpanDecorator extends AbstractSpanDecorator {

    @Override
    public String getComponent() {
        return "d360-media";
    }

    @Override
    public String getComponentClassName() {
        return "org.cameld360.media.component.D360MediaComponent";
    }

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        return "d360-media " + operation(endpoint);
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        super.beforeTracingEvent(span, exchange, endpoint);
        span.setTag("d360.media.operation", operation(endpoint));
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        super.afterTracingEvent(span, exchange);
        tag(span, exchange, "d360.media.type", "CamelD360MediaType");
        tag(span, exchange, "d360.media.size", "CamelD360MediaSize");
        span.setTag("d360.media.outcome", Outcome.of(exchange.getException()).value());
    }

    private static String operation(Endpoint endpoint) {
        return StringHelper.before(StringHelper.after(endpoint.getEndpointUri(), ":", "") + "?", "?", "")
                .replace("//", "");
    }

    private static void tag(Span span, Exchange exchange, String tag, String header) {
        Object value = exchange.getMessage().getHeader(header);
        if (value != null) {
            span.setTag(tag, value.toString());
        }
    }
}
