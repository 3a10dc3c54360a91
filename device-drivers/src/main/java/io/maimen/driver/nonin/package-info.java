/**
 * Nonin pulse oximeters (9560, OEM III, 3150) over serial lines: data formats 2, 7, 8 and 13 of specification 6470-000-01.
 *
 * <p>In: bytes of the line, cut anywhere. Out: saturation and pulse rate, a second or a spot check at a time. The central type
 * is {@link io.maimen.driver.nonin.PlethPacket}. Confined to the session's thread. Must not know: ports, threads, clocks.
 */
package io.maimen.driver.nonin;
