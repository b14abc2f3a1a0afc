package org.cameld360.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.MutableClock;

/** What a store in a table keeps to, whichever database it is. */
abstract class JdbcMediaStoreContract extends MediaStoreContract {

    private final String database = UUID.randomUUID().toString();
    private final List<TestPool> pools = new ArrayList<>();

    /** Of a database in memory that lives until it is told to shut down. */
    abstract String url(String name);

    @Override
    MediaStore newStore() {
        return new JdbcMediaStore(pool(true).dataSource());
    }

    @AfterEach
    void everyConnectionCameBackAsItWent() throws SQLException {
        for (TestPool pool : pools) {
            assertThat(pool.lent()).isZero();
            assertThat(pool.complaints()).isEmpty();
            pool.close();
        }
        pools.get(0).execute("SHUTDOWN");
    }

    @Test
    void twoWorkersShareWhatEitherPuts() throws Exception {
        JdbcMediaStore one = new JdbcMediaStore(pool(true).dataSource());
        JdbcMediaStore other = new JdbcMediaStore(pool(false).dataSource());
        inThreads(8, thread -> {
            JdbcMediaStore store = thread % 2 == 0 ? one : other;
            for (int i = 0; i < 100; i++) {
                store.put(key(i), media("shared-" + i));
                store.put(key(1_000 + thread * 100 + i), media("own-" + thread));
            }
        });

        for (int i = 0; i < 100; i++) {
            assertThat(one.find(key(i))).isEqualTo(media("shared-" + i)).isEqualTo(other.find(key(i)));
        }
        for (int i = 0; i < 800; i++) {
            assertThat(one.find(key(1_000 + i))).isEqualTo(media("own-" + i / 100));
        }
        other.forget("own-7");
        assertThat(one.find(key(1_700))).isNull();
    }

    @Test
    void workersThatStartTogetherMakeOneTable() throws Exception {
        for (int round = 0; round < 10; round++) {
            String table = "ids_" + round;
            CyclicBarrier together = new CyclicBarrier(8);
            inThreads(8, thread -> {
                TestPool pool = pool(thread % 2 == 0);
                JdbcMediaStore store = new JdbcMediaStore(pool.dataSource(), table);
                together.await(10, TimeUnit.SECONDS);
                store.put(key(thread), media("by-" + thread));
                pool.close();
            });
            JdbcMediaStore store = new JdbcMediaStore(pool(true).dataSource(), table);
            for (int thread = 0; thread < 8; thread++) {
                assertThat(store.find(key(thread))).isEqualTo(media("by-" + thread));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void updatesWhereAnotherHasInsertedInBetween(boolean autoCommit) throws Exception {
        TestPool pool = pool(autoCommit);
        JdbcMediaStore store = new JdbcMediaStore(pool.dataSource());
        JdbcMediaStore other = new JdbcMediaStore(pool(true).dataSource());
        pool.before("INSERT", () -> other.put(key(1), media("other")));
        store.put(key(1), media("own"));

        assertThat(other.find(key(1))).isEqualTo(media("own"));
    }

    @Test
    void insertsWhereAnotherHasInsertedAndForgottenInBetween() throws Exception {
        TestPool pool = pool(false);
        JdbcMediaStore store = new JdbcMediaStore(pool.dataSource());
        JdbcMediaStore other = new JdbcMediaStore(pool(true).dataSource());
        pool.before("INSERT", () -> {
            other.put(key(1), media("other"));
            pool.before("UPDATE", () -> other.forget("other"));
        });
        store.put(key(1), media("own"));

        assertThat(other.find(key(1))).isEqualTo(media("own"));
    }

    @Test
    void saysWhyItMayNotInsert() throws Exception {
        TestPool pool = pool(true);
        pool.execute("CREATE TABLE strict_ids (content_key VARCHAR(64) NOT NULL PRIMARY KEY,"
                + " media_id VARCHAR(2) NOT NULL, expires_at BIGINT NOT NULL)");
        JdbcMediaStore store = new JdbcMediaStore(pool.dataSource(), "strict_ids");

        assertThatThrownBy(() -> store.put(key(1), media("long"))).isInstanceOf(SQLDataException.class);
        store.put(key(1), media("2"));
        assertThat(store.find(key(1))).isEqualTo(media("2"));
    }

    @Test
    void keepsWhatWasPutWhereThePoolRollsBack() throws Exception {
        TestPool pool = pool(false);
        JdbcMediaStore store = new JdbcMediaStore(pool.dataSource());
        store.put(key(1), media("1"));
        store.put(key(2), media("2"));
        store.forget("1");

        JdbcMediaStore other = new JdbcMediaStore(pool(true).dataSource());
        assertThat(other.find(key(1))).isNull();
        assertThat(other.find(key(2))).isEqualTo(media("2"));
        assertThat(store.find(key(2))).isEqualTo(media("2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT content_key", "SELECT media_id", "CREATE", "UPDATE", "INSERT", "DELETE"})
    void isOfUseAgainAfterAnyStatementFailed(String statement) throws Exception {
        TestPool pool = pool(false);
        JdbcMediaStore store = new JdbcMediaStore(pool.dataSource(), "other_ids");
        pool.fail(statement);
        int failures = 0;
        for (int round = 0; round < 2; round++) {
            failures += fails(() -> store.put(key(1), media("1")));
            failures += fails(() -> store.find(key(1)));
            failures += fails(() -> store.forget("2"));
        }

        assertThat(failures).isLessThanOrEqualTo(1);
        assertThat(store.find(key(1))).isEqualTo(media("1"));
    }

    @Test
    void saysSoWhileTheDatabaseIsDownAndIsOfUseAgainAfterwards() throws Exception {
        TestPool pool = pool(true);
        JdbcMediaStore store = new JdbcMediaStore(pool.dataSource());
        pool.goDown(true);
        assertThatThrownBy(() -> store.put(key(1), media("1"))).isInstanceOf(SQLException.class);
        pool.goDown(false);
        store.put(key(1), media("1"));
        pool.goDown(true);
        assertThatThrownBy(() -> store.find(key(1))).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> store.forget("1")).isInstanceOf(SQLException.class);
        pool.goDown(false);

        assertThat(store.find(key(1))).isEqualTo(media("1"));
    }

    @Test
    void isOfUseAgainAfterTheDatabaseEndedUnderItsConnections() throws Exception {
        TestPool pool = pool(false);
        JdbcMediaStore store = new JdbcMediaStore(pool.dataSource());
        store.put(key(1), media("1"));
        pool.execute("SHUTDOWN");
        assertThatThrownBy(() -> store.put(key(2), media("2"))).isInstanceOf(SQLException.class);

        // it was in memory only, so the table is made again
        store.put(key(2), media("2"));
        assertThat(store.find(key(1))).isNull();
        assertThat(store.find(key(2))).isEqualTo(media("2"));
    }

    @Test
    void makesTheTableAgainWhereItIsGone() throws Exception {
        TestPool pool = pool(true);
        JdbcMediaStore store = new JdbcMediaStore(pool.dataSource());
        store.put(key(1), media("1"));
        pool.execute("DROP TABLE d360_media_id");
        assertThatThrownBy(() -> store.find(key(1))).isInstanceOf(SQLException.class);

        assertThat(store.find(key(1))).isNull();
        store.put(key(1), media("2"));
        assertThat(store.find(key(1))).isEqualTo(media("2"));
    }

    @Test
    void usesATableThatWasMadeByHandInASchema() throws Exception {
        TestPool pool = pool(true);
        pool.execute("CREATE SCHEMA app");
        pool.execute("CREATE TABLE app.ids (content_key VARCHAR(64) NOT NULL PRIMARY KEY,"
                + " media_id VARCHAR(255) NOT NULL, expires_at BIGINT NOT NULL, made_by VARCHAR(9) DEFAULT 'hand')");
        JdbcMediaStore store = new JdbcMediaStore(pool.dataSource(), "app.ids");
        store.put(key(1), media("1"));

        assertThat(store.find(key(1))).isEqualTo(media("1"));
    }

    @Test
    void saysHowToMakeTheTableWhereItMayNotMakeIt() throws Exception {
        TestPool pool = pool(true);
        JdbcMediaStore store = new JdbcMediaStore(pool.dataSource(), "no_ids");
        pool.fail("CREATE");

        assertThatThrownBy(() -> store.find(key(1)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("the database has failed")
                .hasMessageContaining("CREATE TABLE no_ids (content_key VARCHAR(64) NOT NULL PRIMARY KEY, media_id"
                        + " VARCHAR(255) NOT NULL, expires_at BIGINT NOT NULL)");
    }

    @Test
    void removesWhatHasExpired() throws Exception {
        MutableClock clock = MutableClock.of(Instant.now(), ZoneOffset.UTC);
        JdbcMediaStore store = new JdbcMediaStore(pool(true).dataSource(), "d360_media_id", clock);
        store.put(key(1), new StoredMedia("1", clock.instant().plus(Duration.ofDays(1))));
        store.put(key(2), new StoredMedia("2", clock.instant().plus(Duration.ofDays(3))));
        assertThat(store.removeExpired()).isZero();
        clock.add(Duration.ofDays(2));

        assertThat(store.removeExpired()).isEqualTo(1);
        assertThat(store.find(key(1))).isNull();
        assertThat(store.find(key(2))).isNotNull();
    }

    @Test
    void isMadeFromConfiguration() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.getRegistry().bind("ids", pool(true).dataSource());
            String type = "#class:org.cameld360.media.store.JdbcMediaStore";
            Object store = PropertyBindingSupport.resolveBean(camel, type + "('#bean:ids')");
            Object other = PropertyBindingSupport.resolveBean(camel, type + "('#bean:ids','other_table')");
            assertThat(store).isInstanceOf(JdbcMediaStore.class);
            ((JdbcMediaStore) store).put(key(1), media("1"));
            assertThat(((JdbcMediaStore) other).find(key(1))).isNull();
            assertThat(((JdbcMediaStore) store).find(key(1))).isEqualTo(media("1"));
        }
    }

    TestPool pool(boolean autoCommit) {
        TestPool pool = new TestPool(url(database), autoCommit);
        synchronized (pools) {
            pools.add(pool);
        }
        return pool;
    }

    private static int fails(TestPool.Step step) throws Exception {
        try {
            step.run();
            return 0;
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("the database has failed");
            return 1;
        }
    }
}
