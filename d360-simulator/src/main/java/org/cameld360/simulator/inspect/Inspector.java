package org.cameld360.simulator.inspect;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.cameld360.simulator.StoredMedia;

/** Finds what WhatsApp could not use. */
public interface Inspector extends AutoCloseable {

    Inspector NONE = (media, type) -> Optional.empty();

    /**
     * The details of the failure, in the API's words; empty where the media can be used.
     *
     * @param type of the message
     */
    Optional<String> problem(StoredMedia media, String type);

    /** The same; what takes long is done elsewhere, and ends without an exception. */
    default CompletableFuture<Optional<String>> begin(StoredMedia media, String type) {
        return CompletableFuture.completedFuture(problem(media, type));
    }

    /** Gives up what is under way. */
    @Override
    default void close() {}
}
