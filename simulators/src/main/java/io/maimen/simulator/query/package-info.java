/**
 * The server as a program sees it: its query API and its stream of events.
 *
 * <p>In: the server's address and a login. Out: stored readings as {@link io.maimen.simulator.match.Content}, and events
 * as they come. The central type is {@link io.maimen.simulator.query.ServerClient}, thread-safe. Must not know: how the
 * server keeps anything.
 */
package io.maimen.simulator.query;
