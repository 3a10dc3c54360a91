/**
 * A point-of-care analyser for glucose and potassium on a serial line, written from docs/devices/astm-analyser.md.
 *
 * <p>In: a seed and a line. Out: LIS01-A2 frames holding LIS02-A2 records, and a journal. The central type is
 * {@link io.maimen.simulator.device.astm.Analyser}; everything is confined to the thread that runs it. A specimen is
 * offered until the frame with its terminator record is acknowledged. Must not know: the gateway's drivers.
 */
package io.maimen.simulator.device.astm;
