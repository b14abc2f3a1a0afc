package org.cameld360.benchmarks.contenders;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * How fast it could go at all: a socket for each worker, a head that is made once for each request, and the kernel copies the
 * file. Plain only.
 */
public final class WireLimit implements Contender {

    private final Target target;
    private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();

    private record Connection(SocketChannel channel, ByteBuffer answer) {}

    public WireLimit(Target target) {
        this.target = target;
    }

    @Override
    public String name() {
        return "wire limit (transferTo)";
    }

    @Override
    public boolean blocks() {
        return true;
    }

    @Override
    public CompletableFuture<String> upload(Path file) {
        try {
            Connection connection = take();
            String answer = send(connection, file);
            idle.add(connection);
            return CompletableFuture.completedFuture(answer);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Connection take() throws IOException {
        @Nullable Connection connection = idle.poll();
        if (connection != null) {
            return connection;
        }
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(
                target.address().getHost(), target.address().getPort()));
        // the head must not wait until it is acknowledged
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new Connection(channel, ByteBuffer.allocateDirect(4096));
    }

    private String send(Connection connection, Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            long length = in.size();
            connection.channel.write(ByteBuffer.wrap(("POST " + target.media().getPath()
                            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nD360-API-KEY: benchmark\r\nContent-Type: "
                            + target.contentType() + "\r\nContent-Length: " + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII)));
            for (long sent = 0; sent < length; ) {
                sent += in.transferTo(sent, length - sent, connection.channel);
            }
        }
        ByteBuffer answer = connection.answer.clear();
        if (connection.channel.read(answer) < 0) {
            throw new IOException("no answer");
        }
        String text = StandardCharsets.US_ASCII.decode(answer.flip()).toString();
        if (!text.startsWith("HTTP/1.1 200")) {
            throw new IOException(text);
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : idle) {
            connection.channel.close();
        }
    }
}
