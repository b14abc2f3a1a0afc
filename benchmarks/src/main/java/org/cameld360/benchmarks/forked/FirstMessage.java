package org.cameld360.benchmarks.forked;

import java.net.URI;
import java.nio.file.Path;
import org.cameld360.benchmarks.contenders.Contender;
import org.cameld360.benchmarks.contenders.D360Media;
import org.cameld360.benchmarks.contenders.HandWritten;
import org.cameld360.benchmarks.contenders.Target;

/** Starts Camel with one route, uploads one file, says so and ends. */
public final class FirstMessage {

    private FirstMessage() {}

    /**
     * Runs once.
     *
     * @param args which contender, the sink's address, and the file
     */
    public static void main(String[] args) throws Exception {
        Target target = Target.plain(URI.create(args[1]), "v1", 1);
        try (Contender contender =
                args[0].equals("d360-media") ? D360Media.asDelivered(target) : HandWritten.uploading(target)) {
            System.out.println(contender.process(Path.of(args[2])).join());
        }
        System.exit(0);
    }
}
