/**
 * Whether the server is well, and if not, why.
 *
 * <p>In: the state of the log, its readers and the disk. Out: green, amber or red with reasons. The central type is {@link
 * io.maimen.ingest.health.Health}. Thread-safe. Must not know: who asks.
 */
package io.maimen.ingest.health;
