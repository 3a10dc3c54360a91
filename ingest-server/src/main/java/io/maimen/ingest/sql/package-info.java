/**
 * SQLite files as the stores use them.
 *
 * <p>In: a file and where its migrations lie. Out: a migrated database with one writer and several readers. The central
 * type is {@link io.maimen.ingest.sql.Database}. Thread-safe; a transaction that returned is on the disk (WAL,
 * synchronous=FULL). Must not know: any table. SQL written by its users stays in the subset SQLite and PostgreSQL share.
 */
package io.maimen.ingest.sql;
