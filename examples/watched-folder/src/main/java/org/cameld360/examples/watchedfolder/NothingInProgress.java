package org.cameld360.examples.watchedfolder;

import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The consumer keeps a list of the files that it has begun. One at a time, nothing has to be kept, and it must not be: a name
 * with a backslash goes onto that list spelled one way and is taken off spelled another, so it would never be looked at again.
 */
final class NothingInProgress extends ServiceSupport implements IdempotentRepository {

    @Override
    public boolean add(String key) {
        return true;
    }

    @Override
    public boolean contains(String key) {
        return false;
    }

    @Override
    public boolean remove(String key) {
        return true;
    }

    @Override
    public boolean confirm(String key) {
        return true;
    }

    @Override
    public void clear() {}
}
