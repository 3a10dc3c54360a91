package io.maimen.ingest.sql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database whose writer dies at the n-th point of its life: before a statement, before a commit, or just after one. From
 * there on nothing works, as after a kill; what was not committed is gone when the file is opened again. Confined to a test.
 */
public final class CrashPoints {
    private final int dieAt;
    private int passed;

    /** Dies at point {@code dieAt}, from 1; never, when there are fewer points. */
    public CrashPoints(int dieAt) {
        this.dieAt = dieAt;
    }

    public Database open(Path file, String migrations) throws DatabaseException {
        return Database.open(file, migrations, this::wrap);
    }

    /** Whether the point was reached. */
    public boolean died() {
        return passed >= dieAt;
    }

    private Connection wrap(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                CrashPoints.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "prepareStatement" -> point();
                        case "commit" -> {
                            point();
                            real.commit();
                            point();
                            return null;
                        }
                        default -> {
                            // Rolling back and closing is what the file system does for a dead process.
                        }
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void point() throws SQLException {
        if (died()) {
            throw new SQLException("dead since point " + dieAt);
        }
        passed++;
        if (died()) {
            throw new SQLException("killed at point " + dieAt);
        }
    }
}
