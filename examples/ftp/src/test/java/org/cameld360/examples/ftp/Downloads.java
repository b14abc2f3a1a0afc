package org.cameld360.examples.ftp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What happens to downloads when half of the file has gone out. */
final class Downloads {

    enum AtHalf {
        GOES_ON,
        /** The server takes it for the end of the file, and says that all is well. */
        ENDS,
        BREAKS,
        SERVER_STOPS
    }

    private final Runnable stopServer;
    private volatile AtHalf next = AtHalf.GOES_ON;

    Downloads(Runnable stopServer) {
        this.stopServer = stopServer;
    }

    /** For every download from now on. */
    void atHalf(AtHalf what) {
        next = what;
    }

    /** Asked before more than half goes out. Answers whether it goes on; if not, it is the end of the file. */
    boolean goesOn() throws IOException {
        switch (next) {
            case GOES_ON -> {
                return true;
            }
            case ENDS -> {
                return false;
            }
            case BREAKS -> throw new IOException("the disk is broken");
            case SERVER_STOPS -> stopped();
        }
        throw new IOException("the server stops");
    }

    private void stopped() throws IOException {
        CountDownLatch done = new CountDownLatch(1);
        new Thread(
                        () -> {
                            stopServer.run();
                            done.countDown();
                        },
                        "stops the server")
                .start();
        try {
            done.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A stream of a file of that length. */
    InputStream of(InputStream file, long length) {
        return new FilterInputStream(file) {
            private long left = length / 2;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int count) throws IOException {
                if (left <= 0) {
                    return goesOn() ? super.read(buffer, offset, count) : -1;
                }
                int read = super.read(buffer, offset, (int) Math.min(count, left));
                left -= Math.max(read, 0);
                return read;
            }
        };
    }
}
