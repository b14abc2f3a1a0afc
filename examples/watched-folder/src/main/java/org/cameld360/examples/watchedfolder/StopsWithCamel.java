package org.cameld360.examples.watchedfolder;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.support.service.ServiceSupport;

/** Does something when Camel has stopped its routes, on Ctrl-C too, where nothing later would run for certain. */
final class StopsWithCamel extends MainListenerSupport {

    private final AutoCloseable closeable;

    StopsWithCamel(AutoCloseable closeable) {
        this.closeable = closeable;
    }

    @Override
    public void beforeStart(BaseMainSupport main) {
        try {
            main.getCamelContext().addService(new ServiceSupport() {
                @Override
                protected void doStop() throws Exception {
                    closeable.close();
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
