package org.cameld360.simulator.inspect;

import java.util.Optional;
import org.cameld360.simulator.StoredMedia;

/** Looks at nothing yet. */
final class OwnRules implements Inspector {
    @Override
    public Optional<String> problem(StoredMedia media, String type) {
        return Optional.empty();
    }
}
