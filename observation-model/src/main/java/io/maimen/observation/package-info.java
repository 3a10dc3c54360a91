/**
 * The words of the house: what was measured, by which device, when, and how sure we are.
 *
 * <p>In: what a driver understood of a device's bytes. Out: immutable records that every other room speaks. The central
 * type is {@link io.maimen.observation.Observation}. Everything here is immutable and may be shared between threads.
 * Must not know: frameworks, files, networks, clocks.
 */
package io.maimen.observation;
