package org.cameld360.media.observe;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.cameld360.media.client.ApiOperation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several observers. One that fails disturbs neither the others nor the call. */
public final class Observers implements Observer {

    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);

    private final List<Observer> observers;

    public Observers(List<Observer> observers) {
        this.observers = List.copyOf(observers);
    }

    @Override
    public void heldBack(ApiOperation operation, Duration time) {
        tell(observer -> observer.heldBack(operation, time));
    }

    @Override
    public void repeated(ApiOperation operation) {
        tell(observer -> observer.repeated(operation));
    }

    @Override
    public void ended(ApiOperation operation, Duration time, @Nullable Throwable failure) {
        tell(observer -> observer.ended(operation, time, failure));
    }

    @Override
    public void moved(ApiOperation operation, long bytes) {
        tell(observer -> observer.moved(operation, bytes));
    }

    @Override
    public void rejected(String rule) {
        tell(observer -> observer.rejected(rule));
    }

    @Override
    public void reused() {
        tell(Observer::reused);
    }

    private void tell(Consumer<Observer> what) {
        for (Observer observer : observers) {
            try {
                what.accept(observer);
            } catch (RuntimeException e) {
                LOG.debug("Figures could not be kept by {}", observer.getClass().getName(), e);
            }
        }
    }
}
