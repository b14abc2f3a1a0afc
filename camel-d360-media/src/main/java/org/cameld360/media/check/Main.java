package org.cameld360.media.check;

import java.util.List;

/** {@code java -jar camel-d360-media.jar check FILE...}: would these files go? */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        int status = new CheckCommand(System.out, System.err).run(List.of(args));
        System.exit(status);
    }
}
