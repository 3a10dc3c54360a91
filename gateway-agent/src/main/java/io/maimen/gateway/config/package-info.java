/**
 * What a gateway is told before it starts.
 *
 * <p>In: a YAML file. Out: one {@link io.maimen.gateway.config.GatewayConfig}, or every mistake in it at once, each with
 * path, line, what must hold and what is accepted. Immutable. Must not know: ports, files other than its own, defaults of
 * other rooms.
 */
package io.maimen.gateway.config;
