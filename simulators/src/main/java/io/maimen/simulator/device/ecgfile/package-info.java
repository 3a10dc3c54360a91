/**
 * 12-lead ECG carts that export each examination as a file: SCP-ECG and HL7 aECG, written from the standards.
 *
 * <p>In: the time, and a made-up heart. Out: files, and the samples they hold. The central types are {@link
 * io.maimen.simulator.device.ecgfile.EcgCart} and {@link io.maimen.simulator.device.ecgfile.Examination}. Confined to one thread. Must
 * not know: how files travel, who reads them.
 */
package io.maimen.simulator.device.ecgfile;
