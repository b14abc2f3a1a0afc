package org.cameld360.media.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * A pool of connections that counts what is out, rolls back what was not committed, and takes note of what came back
 * otherwise than it went, and of statements without a time limit. It can go down, and fail or pause at a statement.
 */
final class TestPool implements AutoCloseable {

    interface Step {
        void run() throws Exception;
    }

    private static final int SIZE = 4;

    private final String url;
    private final boolean autoCommit;
    private final Semaphore free = new Semaphore(SIZE);
    private final Set<Connection> broken = ConcurrentHashMap.newKeySet();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Map<String, Step> before = new ConcurrentHashMap<>();
    private volatile boolean down;

    TestPool(String url, boolean autoCommit) {
        this.url = url;
        this.autoCommit = autoCommit;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return lend();
            }
            throw new UnsupportedOperationException(method.toString());
        });
    }

    int lent() {
        return SIZE - free.availablePermits();
    }

    List<String> complaints() {
        return complaints;
    }

    void goDown(boolean isDown) {
        down = isDown;
    }

    /** Before the next statement that begins so. */
    void before(String start, Step step) {
        before.put(start, step);
    }

    void fail(String start) {
        before(start, () -> {
            throw new SQLException("the database has failed", "58000");
        });
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        for (Connection connection : idle) {
            connection.close();
        }
        idle.clear();
    }

    private Connection lend() throws SQLException, InterruptedException {
        if (down) {
            throw new SQLException("the database is down", "08001");
        }
        if (!free.tryAcquire(10, TimeUnit.SECONDS)) {
            throw new SQLException("no connection came back in time", "08001");
        }
        try {
            return lent(take());
        } catch (SQLException e) {
            free.release();
            throw e;
        }
    }

    private synchronized Connection take() throws SQLException {
        Connection pooled = idle.poll();
        if (pooled != null) {
            return pooled;
        }
        Connection made = DriverManager.getConnection(url);
        made.setAutoCommit(autoCommit);
        return made;
    }

    private Connection lent(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                giveBack(connection);
                return null;
            }
            if (!method.getName().equals("prepareStatement")) {
                return call(connection, method, arguments);
            }
            String sql = (String) arguments[0];
            for (String start : before.keySet()) {
                Step step = sql.startsWith(start) ? before.remove(start) : null;
                if (step != null) {
                    step.run();
                }
            }
            PreparedStatement statement = prepare(connection, method, arguments);
            return proxy(PreparedStatement.class, (statementProxy, statementMethod, values) -> {
                if (statementMethod.getName().startsWith("execute") && statement.getQueryTimeout() == 0) {
                    complaints.add("no time limit: " + sql);
                }
                return call(statement, statementMethod, values);
            });
        });
    }

    private PreparedStatement prepare(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return (PreparedStatement) call(connection, method, arguments);
        } catch (SQLNonTransientConnectionException e) {
            broken.add(connection);
            throw e;
        }
    }

    private synchronized void giveBack(Connection connection) throws SQLException {
        free.release();
        if (broken.remove(connection) || !connection.isValid(1)) {
            connection.close();
            return;
        }
        if (connection.getAutoCommit() != autoCommit) {
            complaints.add("came back with autoCommit=" + !autoCommit);
        }
        if (!autoCommit) {
            connection.rollback();
        }
        idle.add(connection);
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(TestPool.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
