/**
 * Bytes to observations and back, as pure state machines.
 *
 * <p>In: events of one connection. Out: actions, among them the observations to store. Confined to the thread of their
 * session. Must not know: ports, threads, clocks.
 */
package io.maimen.driver;
