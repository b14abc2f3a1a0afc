package org.cameld360.media.component;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.camel.Exchange;

/** Where a download goes while it arrives, and when it is whole. */
interface Landing {

    /** Takes the bytes while they arrive. */
    Path file();

    /** The download is whole: puts it where it belongs. */
    Path land(Exchange exchange, String name, long size) throws IOException;

    /** The download failed: nothing of it stays. */
    void abandon();
}
