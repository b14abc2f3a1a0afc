package org.cameld360.examples.launcher;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Counts how exchanges end. */
final class Outcomes extends MainListenerSupport {

    private final AtomicInteger completed = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    int completed() {
        return completed.get();
    }

    int failed() {
        return failed.get();
    }

    @Override
    public void beforeConfigure(BaseMainSupport main) {
        main.getCamelContext().getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                count(event);
            }
        });
    }

    private void count(CamelEvent event) {
        switch (event.getType()) {
            case ExchangeCompleted -> (wasCaught((ExchangeEvent) event) ? failed : completed).incrementAndGet();
            case ExchangeFailed -> failed.incrementAndGet();
            default -> {
                // Of no interest here.
            }
        }
    }

    /** A route that handles its failures completes. */
    private static boolean wasCaught(ExchangeEvent event) {
        return event.getExchange().getProperty(Exchange.EXCEPTION_CAUGHT) != null;
    }
}
