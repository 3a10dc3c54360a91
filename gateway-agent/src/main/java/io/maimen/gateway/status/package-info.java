/**
 * How the gateway is, for people and for machines that watch it.
 *
 * <p>In: what outbox, uplink and stations say of themselves. Out: one light (green, amber, red) with its reasons, over HTTP.
 * The central type is {@link io.maimen.gateway.status.StatusReport}. Reports are immutable. Must not know: how to mend
 * anything.
 */
package io.maimen.gateway.status;
