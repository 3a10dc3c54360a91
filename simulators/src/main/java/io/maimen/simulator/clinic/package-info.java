/**
 * A whole Maimen on one machine, each part a process: a server, a gateway, and devices at the gateway.
 *
 * <p>In: which devices. Out: running processes, their journals, the server's address and login. The central type is
 * {@link io.maimen.simulator.clinic.Clinic}, confined to one thread. Nothing it starts outlives it, however it ends. Must
 * not know: what the programs do, beyond their command lines, their configuration files and their {@code ready} lines.
 */
package io.maimen.simulator.clinic;
