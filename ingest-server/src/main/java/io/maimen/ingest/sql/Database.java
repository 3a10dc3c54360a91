package io.maimen.ingest.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * One database file: a single writer, because SQLite has room for one, and readers that never wait for it. Thread-safe.
 *
 * <p>A write transaction takes the writer for its whole length, so transactions follow one another in the order of their
 * commits: whoever numbers rows within one can rely on it.
 */
public final class Database implements AutoCloseable {
    private static final int READERS = 4;

    private final ConnectionPool writerPool;
    private final ConnectionPool readerPool;
    private final Jdbi writer;
    private final Jdbi reader;

    private Database(ConnectionPool writerPool, ConnectionPool readerPool) {
        this.writerPool = writerPool;
        this.readerPool = readerPool;
        this.writer = Jdbi.create(writerPool);
        this.reader = Jdbi.create(readerPool);
    }

    /**
     * Opens the file, making it when it is not there, and brings its tables up to date.
     *
     * @param migrations class path of the Flyway migrations, such as {@code io/maimen/ingest/clinical/migration}
     * @throws DatabaseException when the file cannot be opened or migrated
     */
    public static Database open(Path file, String migrations) throws DatabaseException {
        return open(file, migrations, UnaryOperator.identity());
    }

    /** The same with a writer whose connections are wrapped: tests let it die at any statement. */
    static Database open(Path file, String migrations, UnaryOperator<Connection> wrapWriter) throws DatabaseException {
        try {
            Flyway.configure()
                    .dataSource(SqliteFile.writing(file), "", "")
                    .locations("classpath:" + migrations)
                    .load()
                    .migrate();
            return new Database(
                    new ConnectionPool(
                            () -> wrapWriter.apply(DriverManager.getConnection(SqliteFile.writing(file))), 1),
                    new ConnectionPool(() -> DriverManager.getConnection(SqliteFile.reading(file)), READERS));
        } catch (FlywayException | JdbiException e) {
            throw new DatabaseException(
                    "SRV-020 " + file + " must be a readable and writable database but was not: " + firstLine(e)
                            + "; check rights and disk, or restore it from a backup",
                    e);
        }
    }

    /** A file that may be another process's, for queries; nothing is made, brought up to date or changed. */
    public static Jdbi look(Path file) {
        return Jdbi.create(() -> DriverManager.getConnection(SqliteFile.reading(file)));
    }

    /** For transactions that change something: {@code writer().inTransaction(…)}. */
    public Jdbi writer() {
        return writer;
    }

    /** For queries; sees what was committed when the query began. */
    public Jdbi reader() {
        return reader;
    }

    @Override
    public void close() {
        readerPool.close();
        writerPool.close();
    }

    private static String firstLine(Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }
}
