/**
 * The durable log between two parts that may fail apart: the outbox of a gateway, the inbox of a server.
 *
 * <p>In: batches of bytes. Out: the same bytes in the same order, again and again, until they are trimmed. The central
 * type is {@link io.maimen.log.ObservationLog}; {@link io.maimen.log.SegmentLog} keeps it in files on a
 * {@link io.maimen.log.Disk}. Thread-safe; an append that returned is on the disk (after fsync). Must not know: what the
 * bytes mean, clocks, networks.
 */
package io.maimen.log;
