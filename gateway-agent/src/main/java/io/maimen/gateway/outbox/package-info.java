/**
 * What waits for the server, on the disk, in three lanes.
 *
 * <p>In: one entry for each {@code Store} of a session. Out: the same entries to the uplink, until the server has them. The
 * central type is {@link io.maimen.gateway.outbox.Outbox}. Thread-safe; an entry that was reported stored is on the disk,
 * and is deleted only behind a receipt. Must not know: devices, networks, what a limit of a rule is.
 */
package io.maimen.gateway.outbox;
