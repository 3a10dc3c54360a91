/**
 * The demonstration: a small clinic that anyone can start, calm for people, loaded for a measurement.
 *
 * <p>In: options. Out: an address and a login, progress, and in the end what was offered, taken and stored. The central
 * type is {@link io.maimen.simulator.demo.DemoCommand}; confined to the main thread, but for the wish to stop. Must not
 * know: how programs are started.
 */
package io.maimen.simulator.demo;
