package org.cameld360.simulator.body;

import java.io.InputStream;

/** The bytes of a request or of a part of it: in memory where they are few, else on disk. */
public interface Body {

    Body EMPTY = new HeapBody(new byte[0]);

    long size();

    InputStream open();

    /** A view, not a copy. */
    Body slice(long from, long to);

    /** The first index at or after the start, or -1. */
    long indexOf(Bytes wanted, long start);

    boolean startsAt(Bytes wanted, long at);

    /** All of it in memory; for what is known to be small. */
    byte[] bytes();
}
