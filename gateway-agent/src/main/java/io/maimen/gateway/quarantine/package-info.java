/**
 * Bytes that are no reading, kept with the reason: nothing is thrown away.
 *
 * <p>In: {@link io.maimen.gateway.quarantine.QuarantinedFrame}s of sessions. Out: the same, newest first, to people. The
 * central type is {@link io.maimen.gateway.quarantine.Quarantine}. Thread-safe; what was kept is on the disk. Must not know:
 * protocols.
 */
package io.maimen.gateway.quarantine;
