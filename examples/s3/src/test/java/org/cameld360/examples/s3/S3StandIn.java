package org.cameld360.examples.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.cameld360.examples.launcher.StandIn;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 server over a folder, with a bucket that holds three samples. */
public final class S3StandIn implements StandIn {

    static final String BUCKET = "media";

    private static final String ACCESS_KEY = "stand-in";
    private static final String SECRET_KEY = "stand-in-secret";
    private static final String REGION = "us-east-1";

    private S3Proxy server;
    private S3Client client;
    private URI endpoint;
    private Path objects;
    private Path requests;
    private Path begun;

    @Override
    public String insteadOf() {
        return "S3_BUCKET";
    }

    @Override
    public void start(Map<String, String> environment, Path folder) throws Exception {
        begun = folder.resolve("begun.txt");
        requests = Files.createDirectory(folder.resolve("requests"));
        serve(folder);
        put("outbox/15550100123/holiday photo.jpg", "photo.jpg", "image/jpeg", Map.of());
        put("outbox/voice-opus-mono.ogg", "voice-opus-mono.ogg", "audio/ogg", Map.of());
        put("archive/2026/invoice.pdf", "invoice.pdf", "application/pdf", Map.of());
    }

    /** The server alone, with an empty bucket. */
    void serve(Path folder) throws Exception {
        objects = Files.createDirectory(folder.resolve("buckets"));
        serveOn(0);
        endpoint = URI.create("http://127.0.0.1:" + server.getPort());
        client = S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.of(REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
                .build();
        client.createBucket(bucket -> bucket.bucket(BUCKET));
    }

    private void serveOn(int port) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", objects.toString());
        server = S3Proxy.builder()
                .blobStore(BlobStores.create("filesystem-nio2", properties))
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .v4MaxNonChunkedRequestSize(200_000_000)
                .build();
        server.start();
    }

    void goAway() throws Exception {
        server.stop();
    }

    /** Where it was, with what it had. */
    void comeBack() throws Exception {
        serveOn(endpoint.getPort());
    }

    private void put(String key, String sample, String contentType, Map<String, String> metadata) throws IOException {
        try (InputStream stream = S3StandIn.class.getResourceAsStream("/samples/" + sample)) {
            put(key, RequestBody.fromBytes(stream.readAllBytes()), contentType, metadata);
        }
    }

    /** At once as a whole, as in the real S3: this server shows what it is still writing. */
    void put(String key, RequestBody body, String contentType, Map<String, String> metadata) throws IOException {
        String aside = "being-put/" + key;
        client.putObject(
                object -> object.bucket(BUCKET)
                        .key(aside)
                        .contentType(contentType)
                        .metadata(metadata),
                body);
        Path bucket = objects.resolve(BUCKET);
        Path whole = bucket.resolve(key);
        Files.createDirectories(whole.getParent());
        Files.move(bucket.resolve(aside), whole);
    }

    S3Client client() {
        return client;
    }

    Path requests() {
        return requests;
    }

    /** What has been begun, line by line. */
    Path begun() {
        return begun;
    }

    /** For a program of its own: what says in its environment where the server is. */
    Map<String, String> environment() {
        return Map.of(
                "S3_BUCKET", BUCKET,
                "S3_PATH_STYLE", "true",
                "AWS_ACCESS_KEY_ID", ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY", SECRET_KEY,
                "AWS_REGION", REGION,
                "AWS_ENDPOINT_URL_S3", endpoint.toString());
    }

    @Override
    public Map<String, String> properties() {
        return Map.ofEntries(
                Map.entry("s3.bucket", BUCKET),
                Map.entry("s3.delay", "500"),
                Map.entry("s3.requests", requests.toString()),
                Map.entry("s3.begun", begun.toString()),
                Map.entry("camel.component.aws2-s3.use-default-credentials-provider", "false"),
                Map.entry("camel.component.aws2-s3.access-key", ACCESS_KEY),
                Map.entry("camel.component.aws2-s3.secret-key", SECRET_KEY),
                Map.entry("camel.component.aws2-s3.region", REGION),
                Map.entry("camel.component.aws2-s3.override-endpoint", "true"),
                Map.entry("camel.component.aws2-s3.uri-endpoint-override", endpoint.toString()),
                Map.entry("camel.component.aws2-s3.force-path-style", "true"));
    }

    @Override
    public String greeting() {
        return "S3_BUCKET is not set: there is a bucket with samples. Put requests into " + requests;
    }

    @Override
    public void routesAreRunning() throws IOException {
        Path unfinished = Files.writeString(
                requests.resolve("please.tmp"),
                "{\"key\": \"archive/2026/invoice.pdf\", \"to\": \"15550100123\", \"caption\": \"As agreed.\"}",
                UTF_8);
        Files.move(unfinished, requests.resolve("please.json"));
    }

    @Override
    public void close() {
        try {
            if (client != null) {
                client.close();
            }
            if (server != null) {
                server.stop();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
