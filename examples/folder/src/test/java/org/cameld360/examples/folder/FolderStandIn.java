package org.cameld360.examples.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cameld360.examples.launcher.StandIn;

/** A folder with two samples. */
public final class FolderStandIn implements StandIn {

    private Path folder;

    @Override
    public String insteadOf() {
        return "INBOX";
    }

    @Override
    public void start(Map<String, String> environment, Path own) throws IOException {
        folder = own;
        Files.createDirectories(inbox().resolve("+1 555 010 0123"));
        put("photo.jpg");
        put("invoice.pdf");
        Files.move(
                inbox().resolve("invoice.pdf"),
                inbox().resolve("+1 555 010 0123").resolve("invoice.pdf"));
    }

    private void put(String sample) throws IOException {
        try (InputStream stream = FolderStandIn.class.getResourceAsStream("/samples/" + sample)) {
            Files.copy(stream, inbox().resolve(sample));
        }
    }

    Path inbox() {
        return folder.resolve("inbox");
    }

    Path wanted() {
        return folder.resolve("wanted");
    }

    Path received() {
        return folder.resolve("received");
    }

    Path begun() {
        return folder.resolve("begun.txt");
    }

    @Override
    public Map<String, String> properties() {
        return Map.of(
                "folder.inbox", inbox().toString(),
                "folder.wanted", wanted().toString(),
                "folder.received", received().toString(),
                "folder.begun", begun().toString());
    }

    @Override
    public String greeting() {
        return "INBOX is not set. Drop files into " + inbox();
    }

    @Override
    public void close() {
        // A folder needs no end.
    }
}
