package org.cameld360.examples.scaleout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.cameld360.examples.launcher.StandIn;

/** A PostgreSQL server, empty. */
public final class DatabaseStandIn implements StandIn {

    private Database database;

    @Override
    public String insteadOf() {
        return "DATABASE_URL";
    }

    @Override
    public void start(Map<String, String> environment, Path folder) throws IOException {
        database = Database.start(folder);
    }

    @Override
    public Map<String, String> properties() {
        return Map.of("database.url", database.url(), "database.user", Database.USER);
    }

    @Override
    public String greeting() {
        return "DATABASE_URL is not set: a PostgreSQL server runs beside this program.";
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }
}
