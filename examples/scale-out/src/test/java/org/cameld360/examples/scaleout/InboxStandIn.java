package org.cameld360.examples.scaleout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cameld360.examples.launcher.StandIn;

/** An inbox with a list of three recipients and a picture for them. */
public final class InboxStandIn implements StandIn {

    private static final String LIST = "+1 555 010 0123\n15550100124\n0015550100125\n";

    private Path folder;

    @Override
    public String insteadOf() {
        return "INBOX";
    }

    @Override
    public void start(Map<String, String> environment, Path own) throws IOException {
        folder = own;
        Path customers = Files.createDirectories(inbox().resolve("customers"));
        Files.writeString(customers.resolve("caption.txt"), "Our new shop\n");
        try (InputStream photo = InboxStandIn.class.getResourceAsStream("/samples/photo.jpg")) {
            Files.copy(photo, customers.resolve("photo.jpg"));
        }
        Files.writeString(customers.resolve("recipients.txt"), LIST);
    }

    /** Where files are dropped. */
    Path inbox() {
        return folder.resolve("inbox");
    }

    @Override
    public Map<String, String> properties() {
        return Map.of(
                "intake.folder", inbox().toString(),
                "media.folder", folder.resolve("media").toString());
    }

    @Override
    public String greeting() {
        return "INBOX is not set. Drop files into " + inbox().resolve("customers");
    }

    @Override
    public void close() {
        // Its files go with the folder.
    }
}
