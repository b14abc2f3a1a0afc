package org.cameld360.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The name of the table becomes part of SQL. */
class JdbcMediaStoreNamesTest {

    private final TestPool pool = new TestPool("jdbc:h2:mem:never", true);

    @ParameterizedTest
    @ValueSource(strings = {"ids", "app.ids", "catalog.app.ids", "_A_1"})
    void takesPlainNames(String table) {
        assertThat(new JdbcMediaStore(pool.dataSource(), table)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ids",
                "ids\n",
                "1ids",
                "a b",
                "ids; DROP TABLE ids",
                "ids--",
                "\"ids\"",
                "`ids`",
                "[ids]",
                "a.b.c.ids",
                "app.",
                ".ids",
                "(SELECT 1)",
                "\u00e4",
                "x123456789x123456789x123456789x123456789x123456789x123456789x123"
            })
    void takesNothingElse(String table) {
        assertThatThrownBy(() -> new JdbcMediaStore(pool.dataSource(), table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The name of a table has letters, digits and underscores");
    }
}
