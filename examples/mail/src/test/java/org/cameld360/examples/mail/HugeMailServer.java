package org.cameld360.examples.mail;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of an IMAP server as it takes to read one mail with a huge attachment, which is made up as it is asked for. GreenMail
 * holds a mail in memory several times.
 */
final class HugeMailServer implements AutoCloseable {

    private static final Pattern COMMAND = Pattern.compile("(\\S+) (\\S+) ?(.*)");
    private static final Pattern PIECE = Pattern.compile(".*BODY\\.PEEK\\[2\\]<(\\d+)\\.(\\d+)>.*");
    private static final String HEADERS = "From: anna@example.org\r\nTo: " + MailServer.ADDRESS
            + "\r\nSubject: The plans\r\nMessage-ID: <huge@example.org>\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
    private static final String ENVELOPE = "INTERNALDATE \"23-Nov-2026 10:00:00 +0000\" "
            + "ENVELOPE (\"Mon, 23 Nov 2026 10:00:00 +0000\" \"The plans\" ((NIL NIL \"anna\" \"example.org\"))"
            + " NIL NIL NIL NIL NIL NIL \"<huge@example.org>\")";

    private final HugeDocument document;
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> copiedTo = new CopyOnWriteArrayList<>();
    private volatile boolean deleted;
    private volatile int largestPiece;

    HugeMailServer(HugeDocument document) throws IOException {
        this.document = document;
        threads.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The folders that the mail was copied to, as they were written. */
    List<String> copiedTo() {
        return copiedTo;
    }

    /** Whether the mail has left the inbox. */
    boolean isDeleted() {
        return deleted;
    }

    /** The most bytes that were asked for at once. */
    int largestPiece() {
        return largestPiece;
    }

    /** A client has a connection for the folder that it reads, and others to look after folders. */
    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                // the test has ended
            }
        }
    }

    private void serve(Socket connection) {
        try (BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = new BufferedOutputStream(connection.getOutputStream())) {
            say(out, "* OK ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Matcher command = COMMAND.matcher(line);
                if (command.matches()) {
                    answer(out, command.group(2), command.group(3));
                    say(out, command.group(1) + " OK done");
                }
            }
        } catch (IOException e) {
            // the client or the test has hung up
        }
    }

    private void answer(OutputStream out, String command, String arguments) throws IOException {
        switch (command) {
            case "CAPABILITY" -> say(out, "* CAPABILITY IMAP4rev1");
            case "LIST" -> say(out, "* LIST () \"/\" " + arguments.replaceFirst("\"\" ", ""));
            case "SELECT", "NOOP" -> {
                say(out, "* " + (deleted ? 0 : 1) + " EXISTS");
                say(out, "* OK [UIDVALIDITY 1]");
            }
            case "COPY" -> copiedTo.add(arguments.replaceFirst("1 ", ""));
            case "STORE" -> deleted |= arguments.contains("\\Deleted");
            case "FETCH" -> fetch(out, arguments);
            default -> {
                // nothing to say but that it is done
            }
        }
    }

    private void fetch(OutputStream out, String what) throws IOException {
        Matcher piece = PIECE.matcher(what);
        if (piece.matches()) {
            int most = Integer.parseInt(piece.group(2));
            largestPiece = Math.max(largestPiece, most);
            literal(out, "BODY[2]<" + piece.group(1) + ">", document.encoded(Long.parseLong(piece.group(1)), most));
        } else if (what.contains("HEADER")) {
            literal(out, "BODY[HEADER]", HEADERS.getBytes(StandardCharsets.US_ASCII));
        } else if (what.contains("BODYSTRUCTURE")) {
            say(
                    out,
                    "* 1 FETCH (BODYSTRUCTURE ((\"text\" \"plain\" NIL NIL NIL \"7bit\" 2 1)"
                            + "(\"application\" \"pdf\" (\"name\" \"plans.pdf\") NIL NIL \"base64\" "
                            + document.encodedSize()
                            + " NIL (\"attachment\" (\"filename\" \"plans.pdf\"))) \"mixed\"))");
        } else {
            say(out, "* 1 FETCH (FLAGS () " + ENVELOPE + " RFC822.SIZE " + (document.encodedSize() + 1000) + ")");
        }
    }

    private static void literal(OutputStream out, String name, byte[] content) throws IOException {
        out.write(("* 1 FETCH (" + name + " {" + content.length + "}\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        say(out, ")");
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
        threads.shutdown();
        try {
            threads.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
