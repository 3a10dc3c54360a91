/**
 * Polar's chest straps and sensors over the Polar Measurement Data service (PMD) of Bluetooth LE.
 *
 * <p>In: notifications of measurement data, indications of the control point. Out: lead I of the ECG in blocks of samples, gaps
 * marked. The central type is {@link io.maimen.driver.polar.PmdProtocol}. Confined to the session's thread. Must not know:
 * Bluetooth stacks, threads, clocks.
 */
package io.maimen.driver.polar;
