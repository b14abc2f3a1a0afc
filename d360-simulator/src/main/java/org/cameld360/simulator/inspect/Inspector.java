package org.cameld360.simulator.inspect;

import java.util.Optional;
import org.cameld360.simulator.StoredMedia;

/** Finds what WhatsApp could not use. */
public interface Inspector {

    Inspector NONE = (media, type) -> Optional.empty();

    /**
     * The details of the failure, in the API's words; empty where the media can be used.
     *
     * @param type of the message
     */
    Optional<String> problem(StoredMedia media, String type);
}
