/**
 * Signals as numbers: an ECG out of a recording or out of a formula, at the rate a device wants.
 *
 * <p>In: a recording or a seed. Out: millivolts, one sample after the other, for ever. The central type is
 * {@link io.maimen.simulator.signal.SampleSource}; sources are confined to one thread. Must not know: blocks, devices,
 * clocks.
 */
package io.maimen.simulator.signal;
