package org.cameld360.examples.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder, which asks for nothing but an environment variable. */
public final class NotesStandIn implements StandIn {

    private Path folder;
    private String note;
    boolean closed;

    @Override
    public String insteadOf() {
        return "NOTES_FOLDER";
    }

    @Override
    public void start(Map<String, String> environment, Path own) throws IOException {
        if (environment.containsKey("NOTES_FAIL")) {
            throw new IOException("no room for notes");
        }
        folder = own;
        note = environment.getOrDefault("NOTE", "remember the milk");
        Files.writeString(folder.resolve("early.txt"), note, UTF_8);
    }

    @Override
    public Map<String, String> properties() {
        return Map.of("notes", folder.toString());
    }

    @Override
    public String greeting() {
        return "NOTES_FOLDER is not set: there is a folder with notes.";
    }

    @Override
    public void routesAreRunning() throws IOException {
        Path finished = Files.writeString(folder.resolve(".late.txt"), note + ", again", UTF_8);
        Files.move(finished, folder.resolve("late.txt"));
    }

    @Override
    public void close() {
        closed = true;
    }
}
