package io.maimen.ingest.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps at most so many connections and hands each to one borrower at a time. Thread-safe. */
final class ConnectionPool implements ConnectionFactory, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);

    private final Opener opener;
    private final int size;
    private final Semaphore free;
    private final Deque<Connection> idle = new ArrayDeque<>();

    /** Opens one more connection. */
    @FunctionalInterface
    interface Opener {
        Connection open() throws SQLException;
    }

    ConnectionPool(Opener opener, int size) {
        this.opener = opener;
        this.size = size;
        this.free = new Semaphore(size, true);
    }

    @Override
    public Connection openConnection() throws SQLException {
        free.acquireUninterruptibly();
        boolean opened = false;
        try {
            Connection connection = takeIdle();
            Connection usable = connection == null ? opener.open() : connection;
            opened = true;
            return usable;
        } finally {
            if (!opened) {
                free.release();
            }
        }
    }

    private synchronized Connection takeIdle() {
        return idle.poll();
    }

    @Override
    public synchronized void closeConnection(Connection connection) {
        idle.push(connection);
        free.release();
    }

    /** Waits until every borrower has given back, then closes. */
    @Override
    public void close() {
        free.acquireUninterruptibly(size);
        synchronized (this) {
            for (Connection connection : idle) {
                closeQuietly(connection);
            }
            idle.clear();
        }
    }

    /** What was committed is on the disk already; a failing close of a file changes nothing about that. */
    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("closing a database: {}", e.getMessage());
        }
    }
}
