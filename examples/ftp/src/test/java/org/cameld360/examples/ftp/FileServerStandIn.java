package org.cameld360.examples.ftp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cameld360.examples.launcher.StandIn;

/** A server with three files, one of them for a number of its own. */
public final class FileServerStandIn implements StandIn {

    private static final List<String> SAMPLES =
            List.of("photo.jpg", "invoice.pdf", "+1 555 010-0123/voice-opus-mono.ogg");

    private final Map<String, String> properties = new HashMap<>();
    private FileServer server;
    private Path outbox;

    @Override
    public String insteadOf() {
        return "FTP_HOST";
    }

    @Override
    public void start(Map<String, String> environment, Path folder) throws IOException {
        Path root = Files.createDirectory(folder.resolve("server"));
        outbox = Files.createDirectory(root.resolve("outbox"));
        Protocol protocol = Protocol.of(environment.getOrDefault("FTP_PROTOCOL", "ftp"));
        server = FileServer.of(protocol, root, Files.createDirectory(folder.resolve("own")));
        server.start();
        for (String sample : SAMPLES) {
            Path file = outbox.resolve(sample);
            Files.createDirectories(file.getParent());
            try (InputStream content = getClass().getResourceAsStream("/samples/" + file.getFileName())) {
                Files.copy(content, file);
            }
        }
        properties.putAll(server.properties());
        properties.put("ftp.work-directory", folder.resolve("work").toString());
        properties.put("ftp.journal", folder.resolve("journal").toString());
    }

    @Override
    public Map<String, String> properties() {
        return properties;
    }

    @Override
    public String greeting() {
        return "FTP_HOST is not set: a server stands in, " + server.protocol().scheme() + "://127.0.0.1:"
                + server.port() + "\nPut files into " + outbox + " (Ctrl-C ends it)";
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
