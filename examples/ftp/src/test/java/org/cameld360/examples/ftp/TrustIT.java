package org.cameld360.examples.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.cameld360.examples.launcher.testing.ForkedExample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom the example talks to, and what it says where it doesn't. */
class TrustIT extends ServedFolder {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FTP  | 530 Authentication failed",
                "FTPS | 530 Authentication failed",
                "SFTP | Auth fail for methods"
            })
    void tellsOfAWrongPasswordInOneLineAndGoesOn(Protocol protocol, String reason) throws Exception {
        serve(protocol);
        Map<String, String> wrong = Map.of("ftp.password", "not-the-password");

        String output = outputOf(wrong, reason);

        assertThat(output.lines().filter(line -> line.contains(reason)))
                .allMatch(line -> line.startsWith("LATER " + protocol.scheme() + "://127.0.0.1"))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(output).doesNotContain("not-the-password").doesNotContain("Exception:\n\tat");
        assertThat(output.lines().filter(line -> line.startsWith("WARN") || line.startsWith("ERROR")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | UnknownHostKey", "another | HostKey has been changed"})
    void talksToNoSftpServerWhoseKeyIsNotKnown(String known, String reason) throws Exception {
        FileServer server = serve(Protocol.SFTP);
        drop("photo.jpg", sample("photo.jpg"));
        Path knownHosts = folder.resolve("other_known_hosts");
        Files.writeString(knownHosts, known.isEmpty() ? "" : keyOfAnother(server.port()));

        String output = outputOf(Map.of("sftp.known-hosts", knownHosts.toString()), reason);

        assertThat(output).doesNotContain("SENT").doesNotContain(FileServer.PASSWORD);
        assertThat(outbox().resolve("photo.jpg")).exists();
    }

    private String keyOfAnother(int port) throws IOException {
        Path own = Files.createDirectory(folder.resolve("another"));
        FileServer another = FileServer.of(Protocol.SFTP, own, own);
        another.start();
        another.close();
        return Files.readString(own.resolve("known_hosts")).replaceFirst(":\\d+ ", ":" + port + " ");
    }

    @ParameterizedTest
    @CsvSource({"another.p12", "other-name.p12"})
    void talksToNoFtpsServerWithoutAValidCertificate(String trusted) throws Exception {
        Path own = Files.createDirectories(folder.resolve("own"));
        Path certificate = own.resolve("server.p12");
        Path store = folder.resolve(trusted);
        if (trusted.startsWith("another")) {
            Certificates.create(store, "127.0.0.1");
        } else {
            Certificates.create(certificate, "192.0.2.1");
            Files.copy(certificate, store);
        }
        serve(Protocol.FTPS);
        drop("photo.jpg", sample("photo.jpg"));

        String output = outputOf(Certificates.trust(store), "SSLHandshakeException");

        assertThat(output).doesNotContain("SENT").doesNotContain(FileServer.PASSWORD);
        assertThat(outbox().resolve("photo.jpg")).exists();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void saysNeitherKeyNorPasswordWhateverItTells(Protocol protocol) throws Exception {
        FileServer server = serve(protocol);
        drop("photo.jpg", sample("photo.jpg"));
        server.downloads.atHalf(Downloads.AtHalf.BREAKS);

        String output = outputOf(Map.of("log.level", "info"), "LATER");

        assertThat(output).doesNotContain(FileServer.PASSWORD).doesNotContain(KEY);
    }

    private static final String KEY = "a-key-that-must-not-be-seen";

    /** Runs until the words have been said twice. */
    private String outputOf(Map<String, String> more, String words) throws Exception {
        Map<String, String> properties = new HashMap<>(properties());
        properties.put("camel.component.d360-media.base-url", "http://127.0.0.1:1");
        properties.putAll(more);
        Map<String, String> environment = Map.of("FTP_HOST", "127.0.0.1", "D360_API_KEY", KEY, "D360_TO", SOMEBODY);
        try (ForkedExample example = ForkedExample.start(folder, environment, properties)) {
            await().atMost(SOON.multipliedBy(2))
                    .failFast(() ->
                            assertThat(example.isRunning()).as(example.output()).isTrue())
                    .until(() -> example.output().split(Pattern.quote(words), -1).length > 2);
            return example.output();
        }
    }
}
