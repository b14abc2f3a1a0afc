package org.cameld360.benchmarks.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One request after the other, until the other side closes. */
final class SinkConnection implements Runnable {

    private final Socket socket;
    private final long delayMillis;
    private final ScheduledExecutorService timer;

    SinkConnection(Socket socket, long delayMillis, ScheduledExecutorService timer) {
        this.socket = socket;
        this.delayMillis = delayMillis;
        this.timer = timer;
    }

    @Override
    public void run() {
        try (socket) {
            RequestReader in = new RequestReader(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (in.readHead()) {
                in.skipBody();
                answer(in.method(), in.path(), out);
            }
        } catch (IOException e) {
            // the other side went away: nobody is left to tell
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what fails later is told where it fails
    private void answer(String method, String path, OutputStream out) throws IOException {
        SinkAnswer answer = SinkAnswer.to(method, path);
        if (delayMillis == 0) {
            answer.write(out);
        } else {
            timer.schedule(() -> writeLater(answer, out), delayMillis, TimeUnit.MILLISECONDS);
        }
    }

    private static void writeLater(SinkAnswer answer, OutputStream out) {
        try {
            answer.write(out);
        } catch (IOException e) {
            System.err.println("The sink could not answer: " + new String(answer.head(), StandardCharsets.US_ASCII) + e);
        }
    }
}
