/**
 * Contec: oximeters CMS50D+, E and F (protocol V7.0), CMS50D-BT over Bluetooth, and the cuff 08A over USB.
 *
 * <p>In: bytes of a line, notifications, records of a memory. Out: saturation and pulse rate, or blood pressures. The central
 * type is {@link io.maimen.driver.contec.Packet}. Confined to the session's thread. Must not know: ports, threads, clocks.
 */
package io.maimen.driver.contec;
