/**
 * Recorded signals in the WFDB format of PhysioNet.
 *
 * <p>In: a record's path without its ending; beside it lie the {@code .hea} header and the {@code .dat} signals, format
 * 212 or 16. Out: the samples of one signal in millivolts. The central type is
 * {@link io.maimen.simulator.wfdb.WfdbRecord}. All immutable. Must not know: devices, rates other than the record's own.
 */
package io.maimen.simulator.wfdb;
