package org.cameld360.examples.scaleout;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;

/** A PostgreSQL server of its own, on loopback. It never outlives {@link #close()}. */
final class Database implements AutoCloseable {

    static final String USER = "postgres";
    private static final Duration START = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    /** @param folder for its programs and its data */
    static Database start(Path folder) throws IOException {
        return new Database(EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.toFile())
                .setDataDirectory(folder.resolve("data"))
                .setPGStartupWait(START)
                .setServerConfig("max_connections", "100")
                .start());
    }

    String url() {
        return server.getJdbcUrl(USER, "postgres");
    }

    DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
