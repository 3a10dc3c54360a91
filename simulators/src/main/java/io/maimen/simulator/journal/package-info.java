/**
 * What a simulated device said and what it was told: the truth that stored readings are compared with.
 *
 * <p>In: entries, each written before the thing it names is sent, or right after its acknowledgement. Out: JSON lines,
 * flushed one by one, and the same entries read back. The central type is
 * {@link io.maimen.simulator.journal.JournalEntry}. A journal may be written by several threads; entries are immutable.
 * Must not know: what the gateway or the server made of it.
 */
package io.maimen.simulator.journal;
