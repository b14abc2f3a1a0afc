package org.cameld360.benchmarks.forked;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cameld360.benchmarks.contenders.Contender;
import org.cameld360.benchmarks.contenders.D360Media;
import org.cameld360.benchmarks.contenders.D360MediaOfStreams;
import org.cameld360.benchmarks.contenders.HandWritten;
import org.cameld360.benchmarks.contenders.Target;
import org.cameld360.benchmarks.load.Load;

/** Uploads one large file so often at once, on v2, and says what it took. */
public final class ManyAtOnce {

    private ManyAtOnce() {}

    /**
     * Runs once.
     *
     * @param args which contender, the sink's address, the file, and how often at once
     */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[2]);
        int count = Integer.parseInt(args[3]);
        Target target = Target.plain(URI.create(args[1]), "v2", count);
        try (Contender contender = contender(args[0], target);
                Load load = new Load(count, List.of(file), Files.size(file))) {
            System.out.println(load.run(contender, count).line());
        }
        System.exit(0);
    }

    private static Contender contender(String name, Target target) throws Exception {
        return switch (name) {
            case "files" -> D360Media.asDelivered(target);
            case "streams" -> new D360MediaOfStreams(target);
            case "camel-http" -> HandWritten.uploading(target);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
