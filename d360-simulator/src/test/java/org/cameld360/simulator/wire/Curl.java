package org.cameld360.simulator.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The program, as in the examples of the pages. */
public final class Curl implements WireClient {

    private static final byte[] HEADERS_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public boolean isThere() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl")));
    }

    @Override
    public WireReply send(String method, String url, String[] headers, Path body) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-X", method));
        if (body != null) {
            arguments.addAll(List.of("--data-binary", "@" + body));
        }
        return run(url, headers, arguments);
    }

    @Override
    public WireReply upload(String url, String[] headers, String field, Path file, String type) throws IOException {
        return run(url, headers, List.of("--form", field, "--form", "file=@" + file + ";type=" + type));
    }

    @Override
    public String toString() {
        return "curl";
    }

    private static WireReply run(String url, String[] headers, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("curl", "-q", "-s", "-i", "--noproxy", "*", "--max-time", "20"));
        command.addAll(arguments);
        for (String header : headers) {
            command.addAll(List.of("--header", header));
        }
        command.add(url);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        try (InputStream in = process.getInputStream()) {
            return parse(in.readAllBytes());
        }
    }

    private static WireReply parse(byte[] output) {
        int end = indexOf(output, HEADERS_END);
        String[] lines = new String(output, 0, end, StandardCharsets.ISO_8859_1).split("\r\n");
        int status = Integer.parseInt(lines[0].split(" ")[1]);
        if (status == 100) {
            return parse(Arrays.copyOfRange(output, end + HEADERS_END.length, output.length));
        }
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
        }
        return new WireReply(status, headers, Arrays.copyOfRange(output, end + HEADERS_END.length, output.length));
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new IllegalStateException("no answer: " + new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
