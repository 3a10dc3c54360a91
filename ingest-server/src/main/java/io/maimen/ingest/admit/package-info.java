/**
 * The gate: what a gateway sent becomes facts in the server's log, or a quarantined item with its reason.
 *
 * <p>In: the bytes of an envelope. Out: a receipt, once the log has everything on disk. The central type is {@link
 * io.maimen.ingest.admit.Admission}. Thread-safe; a receipt is given after fsync and never before. Must not know:
 * transports, stores, rules.
 */
package io.maimen.ingest.admit;
