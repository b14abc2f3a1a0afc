package org.cameld360.media.media;

/** What content proves where it is a container of which the kind can't be seen. */
final class MagicNumbers {

    static final String OLE2 = "application/x-ole-storage";
    static final String ZIP = "application/zip";

    private MagicNumbers() {}
}
