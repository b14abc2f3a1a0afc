package org.cameld360.examples.ftp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A server of files for one user, on a free port of this computer. It can be stopped, and started again on the same port. */
abstract class FileServer implements AutoCloseable {

    static final String USER = "shop";

    /** With everything that could be taken for a part of an address. */
    static final String PASSWORD = "s+%41&#:/?=@ x";

    final Downloads downloads = new Downloads(this::stop);
    private final Protocol protocol;
    private final Path root;
    private int port;

    FileServer(Protocol protocol, Path root) {
        this.protocol = protocol;
        this.root = root;
    }

    /**
     * Not started yet.
     *
     * @param root what the user sees
     * @param own for keys and certificates
     */
    static FileServer of(Protocol protocol, Path root, Path own) {
        return protocol == Protocol.SFTP ? new SftpFileServer(root, own) : new FtpFileServer(protocol, root, own);
    }

    final void start() throws IOException {
        port = listen(port);
    }

    /** @param wanted 0 for any that is free */
    abstract int listen(int wanted) throws IOException;

    abstract void stop();

    /** What a client has to know so that it trusts the server. */
    abstract Map<String, String> trust();

    final Path root() {
        return root;
    }

    final int port() {
        return port;
    }

    final Protocol protocol() {
        return protocol;
    }

    /** What leads the example here. */
    final Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(trust());
        properties.put("ftp.protocol", protocol.scheme());
        properties.put("ftp.host", "127.0.0.1");
        properties.put("ftp.port", String.valueOf(port));
        properties.put("ftp.username", USER);
        properties.put("ftp.password", PASSWORD);
        properties.put("ftp.directory", "outbox");
        return properties;
    }

    @Override
    public final void close() {
        stop();
    }
}
