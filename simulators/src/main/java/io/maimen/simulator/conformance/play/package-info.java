/**
 * A virtual device and a driver in one conversation, in virtual time.
 *
 * <p>In: a {@link io.maimen.simulator.device.line.LineDevice} and a driver found by ServiceLoader; what else goes wrong is
 * told to {@link io.maimen.simulator.conformance.play.Play}, the central type. Out: what was measured, stored, refused and
 * written, as {@link io.maimen.simulator.conformance.play.Played}. One thread, no real clock: hours take milliseconds, and
 * the same seed plays the same. Must not know: any driver's or family's classes, real lines.
 */
package io.maimen.simulator.conformance.play;
