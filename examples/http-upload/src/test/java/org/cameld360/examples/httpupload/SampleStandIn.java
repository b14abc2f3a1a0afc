package org.cameld360.examples.httpupload;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.cameld360.examples.launcher.StandIn;

/** In place of somebody who uploads: as long as nothing leaves this computer, a first picture is posted by itself. */
public final class SampleStandIn implements StandIn {

    private static final int USUAL_PORT = 8080;

    private int port;

    @Override
    public String insteadOf() {
        return "D360_API_KEY";
    }

    @Override
    public void start(Map<String, String> environment, Path folder) throws IOException {
        String wanted = environment.getOrDefault("PORT", "");
        port = wanted.isBlank() ? usualOrFree() : Integer.parseInt(wanted);
    }

    private static int usualOrFree() throws IOException {
        try (ServerSocket usual = new ServerSocket(USUAL_PORT, 1, InetAddress.getLoopbackAddress())) {
            return usual.getLocalPort();
        } catch (IOException taken) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            }
        }
    }

    @Override
    public Map<String, String> properties() {
        return Map.of("camel.server.port", String.valueOf(port));
    }

    @Override
    public String greeting() {
        return "Open http://127.0.0.1:" + port + "/, or: curl -F file=@photo.jpg -F caption=Hello http://127.0.0.1:"
                + port + "/send (Ctrl-C ends it)";
    }

    @Override
    public void routesAreRunning() throws IOException, InterruptedException {
        try (InputStream photo = SampleStandIn.class.getResourceAsStream("/samples/photo.jpg")) {
            HttpRequest upload = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/send?name=photo.jpg&caption=Hello"))
                    .header("Content-Type", "image/jpeg")
                    .POST(BodyPublishers.ofByteArray(photo.readAllBytes()))
                    .build();
            HttpClient.newHttpClient().send(upload, BodyHandlers.discarding());
        }
    }

    @Override
    public void close() {
        // Nothing runs.
    }
}
