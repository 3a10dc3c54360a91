/**
 * The workbench: devices that speak real protocols, faults, and the tests of the whole flow.
 *
 * <p>In: seeds, scenarios and recorded signals. Out: bytes as a device would send them, and journals of what was said.
 * Must not know: the codec code of the drivers, so that two readings of one specification meet.
 */
package io.maimen.simulator;
