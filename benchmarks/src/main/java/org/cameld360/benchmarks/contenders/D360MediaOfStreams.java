package org.cameld360.benchmarks.contenders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;

/** The component with bodies that can be read once, which Camel writes to the disk before the route. */
public final class D360MediaOfStreams extends D360Media {

    public D360MediaOfStreams(Target target) throws Exception {
        // Camel spools on the thread that calls
        super("d360-media, from streams", true, target, upload(""));
    }

    @Override
    void prepare(CamelContext context, Target target) {
        context.getStreamCachingStrategy().setSpoolEnabled(true);
    }

    @Override
    void fill(Message message, Path file) throws IOException {
        message.setBody(Files.newInputStream(file));
        message.setHeader("CamelD360MediaFileName", file.getFileName().toString());
        message.setHeader("CamelD360MediaContentType", "application/pdf");
    }
}
