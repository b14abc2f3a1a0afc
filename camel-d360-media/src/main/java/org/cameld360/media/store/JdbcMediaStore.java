package org.cameld360.media.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in a table of any JDBC database, which any number of workers may share. The table is made when it is first
 * needed; where that is not allowed it has to be there:
 *
 * <pre>{@code
 * CREATE TABLE d360_media_id (
 *   content_key VARCHAR(64) NOT NULL PRIMARY KEY,
 *   media_id VARCHAR(255) NOT NULL,
 *   expires_at BIGINT NOT NULL
 * )
 * }</pre>
 *
 * <p>{@code expires_at} is in milliseconds since 1970 (UTC). Each statement is a transaction of its own, whatever the
 * connection was set to before, and it is set back to that. So the data source must not hand out the connection of a
 * transaction that is under way: one that takes part in those refuses, or would commit it.
 *
 * <p>A statement is given up after 5 seconds. How long it takes to get a connection, or to see that the database does not
 * answer any more, is up to the settings of the data source and the driver. Every failure is an {@link SQLException}; the
 * store is of use again as soon as the database is.
 *
 * <p>What has expired stays in the table until {@link #removeExpired} is called or it is deleted by other means.
 */
public final class JdbcMediaStore implements MediaStore {

    /** The table where nothing else is said. */
    public static final String DEFAULT_TABLE = "d360_media_id";

    private static final int TIMEOUT_SECONDS = 5;
    private static final int MAX_ATTEMPTS = 10;

    /** A name that needs no quotes, perhaps with a schema and a catalog. It becomes part of SQL, so nothing else may pass. */
    private static final Pattern TABLE =
            Pattern.compile("(?:[A-Za-z_][A-Za-z0-9_]{0,62}\\.){0,2}[A-Za-z_][A-Za-z0-9_]{0,62}");

    private final DataSource dataSource;
    private final Clock clock;
    private final Sql sql;
    private volatile boolean tableSeen;

    private record Sql(
            String create, String probe, String find, String update, String insert, String forget, String expire) {

        static Sql of(String table) {
            return new Sql(
                    "CREATE TABLE " + table + " (content_key VARCHAR(" + Limits.KEY_LENGTH + ") NOT NULL PRIMARY KEY,"
                            + " media_id VARCHAR(" + Limits.MEDIA_ID_LENGTH + ") NOT NULL, expires_at BIGINT NOT NULL)",
                    "SELECT content_key, media_id, expires_at FROM " + table + " WHERE 1 = 0",
                    "SELECT media_id, expires_at FROM " + table + " WHERE content_key = ?",
                    "UPDATE " + table + " SET media_id = ?, expires_at = ? WHERE content_key = ?",
                    "INSERT INTO " + table + " (media_id, expires_at, content_key) VALUES (?, ?, ?)",
                    "DELETE FROM " + table + " WHERE media_id = ?",
                    "DELETE FROM " + table + " WHERE expires_at <= ?");
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** In the table {@value #DEFAULT_TABLE}. */
    public JdbcMediaStore(DataSource dataSource) {
        this(dataSource, DEFAULT_TABLE);
    }

    /**
     * In a table of that name. Nothing is asked of the database yet.
     *
     * @param table letters, digits and underscores, not beginning with a digit; a schema and a dot may go before
     * @throws IllegalArgumentException where the name is another one
     */
    public JdbcMediaStore(DataSource dataSource, String table) {
        this(dataSource, table, Clock.systemUTC());
    }

    JdbcMediaStore(DataSource dataSource, String table, Clock clock) {
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException(
                    "The name of a table has letters, digits and underscores, at most 63, and does"
                            + " not begin with a digit; a schema and a dot may go before.");
        }
        this.dataSource = dataSource;
        this.clock = clock;
        this.sql = Sql.of(table);
    }

    @Override
    public @Nullable StoredMedia find(String key) throws SQLException {
        Limits.key(key);
        return inConnection(connection -> select(connection, key)).orElse(null);
    }

    @Override
    public void put(String key, StoredMedia media) throws SQLException {
        Limits.key(key);
        Limits.mediaId(media.mediaId());
        inConnection(connection -> {
            updateOrInsert(connection, key, media);
            return key;
        });
    }

    @Override
    public void forget(String mediaId) throws SQLException {
        Limits.mediaId(mediaId);
        inConnection(connection -> {
            try (PreparedStatement delete = prepare(connection, sql.forget)) {
                delete.setString(1, mediaId);
                return delete.executeUpdate();
            }
        });
    }

    /**
     * Removes what has expired. Worth calling once a day where much is stored.
     *
     * @return how many
     */
    public int removeExpired() throws SQLException {
        return inConnection(connection -> {
            try (PreparedStatement delete = prepare(connection, sql.expire)) {
                delete.setLong(1, clock.millis());
                return delete.executeUpdate();
            }
        });
    }

    private Optional<StoredMedia> select(Connection connection, String key) throws SQLException {
        try (PreparedStatement select = prepare(connection, sql.find)) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new StoredMedia(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                        : Optional.empty();
            }
        }
    }

    /**
     * Somebody else may insert after the update found nothing, and then there is something to update, unless it is
     * forgotten in between. Drivers don't agree on how to say that a key is there already, so any refusal is taken for that.
     */
    private void updateOrInsert(Connection connection, String key, StoredMedia media) throws SQLException {
        SQLException refused = null;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                if (write(connection, sql.update, key, media)) {
                    return;
                }
            } catch (SQLException e) {
                if (refused != null) {
                    e.addSuppressed(refused);
                }
                throw e;
            }
            try {
                write(connection, sql.insert, key, media);
                return;
            } catch (SQLTimeoutException e) {
                throw e;
            } catch (SQLException e) {
                refused = e;
            }
        }
        throw refused;
    }

    private static boolean write(Connection connection, String sql, String key, StoredMedia media) throws SQLException {
        try (PreparedStatement write = prepare(connection, sql)) {
            write.setString(1, media.mediaId());
            write.setLong(2, media.expiresAt().toEpochMilli());
            write.setString(3, key);
            return write.executeUpdate() > 0;
        }
    }

    private <T> T inConnection(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            try {
                if (!tableSeen) {
                    makeTable(connection);
                    tableSeen = true;
                }
                return work.with(connection);
            } finally {
                if (!autoCommit) {
                    setBack(connection);
                }
            }
        } catch (SQLException e) {
            // whatever it is, the table may be gone afterwards
            tableSeen = false;
            throw e;
        }
    }

    /** A table is there if it can be read: no other question is understood alike by all databases. */
    private void makeTable(Connection connection) throws SQLException {
        try {
            execute(connection, sql.probe);
        } catch (SQLException notThere) {
            try {
                execute(connection, sql.create);
            } catch (SQLException notMade) {
                probeAgain(connection, notThere, notMade);
            }
        }
    }

    /** Another worker may have made it in between. */
    private void probeAgain(Connection connection, SQLException notThere, SQLException notMade) throws SQLException {
        try {
            execute(connection, sql.probe);
        } catch (SQLException stillNotThere) {
            SQLException failure = new SQLException(
                    "The table of media ids can neither be read (" + notThere.getMessage() + ") nor made ("
                            + notMade.getMessage() + "). Where it has to be made by hand: " + sql.create,
                    notThere.getSQLState(),
                    notThere);
            failure.addSuppressed(notMade);
            throw failure;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql)) {
            statement.execute();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void setBack(Connection connection) {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            // it is broken: what was done or failed stays so, and the pool finds out
        }
    }
}
