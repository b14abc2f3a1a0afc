package org.cameld360.examples.ftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Certificates that nobody has signed, made with the JDK's own tool. */
final class Certificates {

    static final String PASSWORD = "changeit";

    private Certificates() {}

    static void create(Path keyStore, String address) throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Path output = Files.createTempFile(keyStore.getParent(), "keytool", ".txt");
        Process process = new ProcessBuilder(List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=stand-in",
                        "-ext",
                        "san=ip:" + address,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keyStore.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool failed: " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    /** The properties by which the example trusts what is in the key store, and nothing else. */
    static Map<String, String> trust(Path keyStore) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("camel.beans.tls.trustManagers", "#class:org.apache.camel.support.jsse.TrustManagersParameters");
        properties.put(
                "camel.beans.tls.trustManagers.keyStore", "#class:org.apache.camel.support.jsse.KeyStoreParameters");
        properties.put("camel.beans.tls.trustManagers.keyStore.resource", "file:" + keyStore);
        properties.put("camel.beans.tls.trustManagers.keyStore.password", PASSWORD);
        return properties;
    }
}
