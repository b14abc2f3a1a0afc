package org.cameld360.simulator.wire;

import java.io.IOException;
import java.nio.file.Path;

/** A client that puts on the wire what it is told to, and no more. */
public interface WireClient {

    boolean isThere();

    /** @param body null where there is none */
    WireReply send(String method, String url, String[] headers, Path body) throws IOException;

    /** @param field a field of the form, as name=value; the file goes into the field of that name */
    WireReply upload(String url, String[] headers, String field, Path file, String type) throws IOException;
}
