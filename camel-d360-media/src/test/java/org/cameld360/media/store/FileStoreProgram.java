package org.cameld360.media.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Another process that uses a file: {@code FILE NAME COUNT ROUNDS}. It puts COUNT entries, ROUNDS times over, and says
 * each one that was put. After a failure it says so, and whether memory still is what the file says.
 */
final class FileStoreProgram {

    private static final String PADDING = "\u20ac".repeat(200);

    private FileStoreProgram() {}

    public static void main(String[] arguments) throws IOException {
        String name = arguments[1];
        int count = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        try (FileMediaStore store = new FileMediaStore(Path.of(arguments[0]))) {
            System.out.println("ready");
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < count; i++) {
                    try {
                        store.put(key(name, i), MediaStoreContract.media(id(name, i, round)));
                    } catch (IOException e) {
                        System.out.println("failed=" + e.getMessage());
                        System.out.println("found=" + store.find(key(name, i)));
                        return;
                    }
                    System.out.println(i);
                }
            }
            System.out.println("done");
        }
    }

    static String key(String name, int number) {
        return MediaStoreContract.key(name.hashCode() * 100_000 + number);
    }

    /** Long, so that the file is soon written anew. */
    static String id(String name, int number, int round) {
        return name + '-' + number + '-' + round + '-' + PADDING;
    }
}
