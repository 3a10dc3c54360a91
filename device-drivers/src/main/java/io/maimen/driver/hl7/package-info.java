/**
 * Monitors and gateways that send HL7 v2: ORU^R01 and IHE PCD-01 in MLLP frames.
 *
 * <p>In: the bytes of a TCP stream, cut anywhere. Out: one observation an OBX with a value. The central type is {@link
 * io.maimen.driver.hl7.Hl7Protocol}; the framing is ours, {@code Hl7Message} is the door to HAPI, which parses. Acknowledgement
 * class: AFTER_STORED, AA follows the fsync. Must not know: ports, threads, clocks.
 */
package io.maimen.driver.hl7;
