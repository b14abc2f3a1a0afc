package org.cameld360.benchmarks.measure;

/**
 * What one round gave.
 *
 * @param megabytesPerSecond of 1,000,000 bytes, the media only
 * @param cpuMicros of the loading JVM, for each message
 * @param allocated bytes for each message
 * @param heap the most that was used, in bytes, garbage included
 * @param heapAfterCollection the most that a collection left, in bytes
 * @param threads the most there were, those of the measuring included
 * @param handles the most open files and sockets there were
 */
public record Round(
        double messagesPerSecond,
        double megabytesPerSecond,
        double cpuMicros,
        double allocated,
        long heap,
        long heapAfterCollection,
        int threads,
        long handles) {}
