/**
 * BITalino boards over Bluetooth's serial port profile.
 *
 * <p>In: bytes of the line. Out: the channels that the configuration calls ECG leads, in blocks of samples, lost frames as
 * gaps. The central type is {@link io.maimen.driver.bitalino.BitalinoFrame}. Confined to the session's thread. Must not know:
 * ports, threads, clocks.
 */
package io.maimen.driver.bitalino;
