/**
 * The arrows between rooms, off the acknowledged path: who is told after something was done.
 *
 * <p>In: what sessions did, and the passing of seconds. Out: calls to whoever must know. The central type is {@link
 * io.maimen.gateway.route.GatewayRoutes}. Thread-safe; what is lost here is made up for by the next second. Must not know:
 * anything that decides.
 */
package io.maimen.gateway.route;
