/**
 * A disk for tests that does what real ones do on their worst day, from a seed.
 *
 * <p>In: the calls of a {@link io.maimen.log.Disk}. Out: what a disk answers, with failures, full disks, power cuts and
 * flipped bits at chosen places. The central type is {@link io.maimen.log.simulated.SimulatedDisk}. Thread-safe. Must
 * not know: what is kept in the files.
 */
package io.maimen.log.simulated;
