/**
 * ProtoCentral's open boards over a serial line: HealthyPi v4 and the ADS1292R shield.
 *
 * <p>In: bytes of the line. Out: lead I in blocks of samples; saturation, rates and temperature where the board computes
 * them. The central type is {@link io.maimen.driver.protocentral.Packet}. Confined to the session's thread. Must not know:
 * ports, threads, clocks.
 */
package io.maimen.driver.protocentral;
