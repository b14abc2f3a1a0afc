package org.cameld360.media.check;

/** Where what was found is written to, file by file. */
interface Report {

    void add(CheckedFile file);

    void end();
}
