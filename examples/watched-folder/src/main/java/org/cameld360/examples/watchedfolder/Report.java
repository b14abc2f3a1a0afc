package org.cameld360.examples.watchedfolder;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.cameld360.media.SentMessage;
import org.cameld360.media.component.D360MediaConstants;
import org.jspecify.annotations.Nullable;

/** One line on the console for each file. */
final class Report {

    private final Console console;
    private final Path folder;

    Report(Console console, Path folder) {
        this.console = console;
        this.folder = folder;
    }

    void sent(SentMessage message, File file, FileState state, String remark) {
        String facts = facts(nameOf(file), state, message.type(), message.to());
        console.say("sent    " + facts + ", message " + message.messageId() + (remark.isEmpty() ? "" : "." + remark));
    }

    void notSent(String what, Exchange exchange, File file, FileState state, String reason) {
        String type = exchange.getMessage().getHeader(D360MediaConstants.TYPE, String.class);
        console.say(what + " " + facts(nameOf(file), state, type, Envelope.recipientOf(exchange)) + ": " + reason);
    }

    /** What an earlier run had begun. */
    void ended(String what, Entry entry, String remark) {
        String type = entry.upload() == null ? null : entry.upload().type();
        console.say(what + " " + facts(entry.name(), entry.state(), type, entry.to()) + remark);
    }

    void leftAlone(File file, String reason) {
        console.say("left    " + nameOf(file) + ": " + reason);
    }

    void closed(File folder) {
        leftAlone(folder, "this folder can't be read. Check its permissions.");
    }

    /** A closed folder has had its line already. */
    void notTried(File file) {
        if (!file.exists()) {
            leftAlone(file, "it has gone.");
        } else if (!file.isDirectory()) {
            leftAlone(file, "it is still being written, or its turn did not come.");
        }
    }

    /** With its subfolder. */
    String nameOf(File file) {
        String path = file.getPath();
        String prefix = folder + File.separator;
        return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }

    private static String facts(String name, FileState state, @Nullable String type, @Nullable String to) {
        List<String> facts = new ArrayList<>(List.of(name));
        if (type != null) {
            facts.add(type);
        }
        facts.add(Console.size(state.size()));
        if (to != null) {
            facts.add("to " + to);
        }
        return String.join(", ", facts);
    }
}
