/**
 * OpenBCI's Cyton board: eight channels over a serial line.
 *
 * <p>In: bytes of the line. Out: the channels that the configuration calls ECG leads, in blocks of samples, lost packets as
 * gaps. The central type is {@link io.maimen.driver.openbci.CytonPacket}. Confined to the session's thread. Must not know:
 * ports, threads, clocks.
 */
package io.maimen.driver.openbci;
