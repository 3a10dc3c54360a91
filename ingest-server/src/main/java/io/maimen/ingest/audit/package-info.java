/**
 * Who saw, changed, signed: an append-only, hash-chained log.
 *
 * <p>In: events, within the transaction they tell of. Out: rows of table {@code audit}, each linked to the one before it,
 * and the signed end of the chain outside the database. The central type is {@link io.maimen.ingest.audit.Audit}.
 * Thread-safe; an entry is on the disk when its transaction is. Must not know: people, alerts, HTTP.
 */
package io.maimen.ingest.audit;
