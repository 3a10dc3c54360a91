/**
 * What every virtual device is that talks on a line: a machine of its own, without the line.
 *
 * <p>In: what the other side of the line does, and the time. Out: bytes, and what the device itself knows it measured. The central
 * types are {@link io.maimen.simulator.device.line.LineDevice} and {@link io.maimen.simulator.device.line.DeviceFamily}. Confined to
 * one thread. Must not know: how bytes travel, which faults the line has, who reads.
 */
package io.maimen.simulator.device.line;
