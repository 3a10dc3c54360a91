/**
 * The edge agent: stands beside the devices, keeps what they say and sends it on.
 *
 * <p>In: bytes from connections. Out: envelopes to the server. A device is told "received" only after the outbox has it
 * on disk. Must not know: how the server stores or shows anything.
 */
package io.maimen.gateway;
