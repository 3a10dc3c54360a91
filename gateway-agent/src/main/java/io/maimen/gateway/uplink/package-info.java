/**
 * The way from the outbox to the server: envelopes out, receipts in.
 *
 * <p>In: entries of the outbox's lanes. Out: envelopes over MQTT 5, and lanes confirmed. The central type is {@link
 * io.maimen.gateway.uplink.Uplink}. Confined to its executor; a lane is confirmed only by the receipt that names the
 * envelope's digest. Must not know: devices, sessions, how the server stores.
 */
package io.maimen.gateway.uplink;
