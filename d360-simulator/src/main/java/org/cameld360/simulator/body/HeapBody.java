package org.cameld360.simulator.body;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/** A body in an array, which is not copied. */
public final class HeapBody implements Body {

    private final byte[] array;
    private final int from;
    private final int to;

    public HeapBody(byte[] array) {
        this(array, 0, array.length);
    }

    private HeapBody(byte[] array, int from, int to) {
        this.array = array;
        this.from = from;
        this.to = to;
    }

    @Override
    public long size() {
        return (long) to - from;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(array, from, to - from);
    }

    @Override
    public Body slice(long start, long end) {
        Objects.checkFromToIndex(start, end, size());
        return new HeapBody(array, from + Math.toIntExact(start), from + Math.toIntExact(end));
    }

    @Override
    public long indexOf(Bytes wanted, long start) {
        int index = wanted.indexIn(array, from + Math.toIntExact(start), to);
        return index < 0 ? -1 : index - from;
    }

    @Override
    public boolean startsAt(Bytes wanted, long at) {
        return wanted.startsAt(array, from + Math.toIntExact(at), to);
    }

    @Override
    public byte[] bytes() {
        return from == 0 && to == array.length ? array : Arrays.copyOfRange(array, from, to);
    }
}
