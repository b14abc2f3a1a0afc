package org.cameld360.examples.ftp;

import java.util.Locale;

/** How one gets at the files. */
enum Protocol {
    FTP,
    FTPS,
    SFTP;

    /** As it stands in the properties. */
    String scheme() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Protocol of(String scheme) {
        return valueOf(scheme.toUpperCase(Locale.ROOT));
    }
}
