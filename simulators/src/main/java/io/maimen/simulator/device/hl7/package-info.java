/**
 * A monitor that sends HL7 v2 results over MLLP, as IHE PCD-01 has them.
 *
 * <p>In: what the host does. Out: messages and the truth behind them. The central type is {@link
 * io.maimen.simulator.device.hl7.Hl7Family}. A device is confined to one thread. Must not know: who reads it, and how.
 */
package io.maimen.simulator.device.hl7;
