/**
 * HL7 annotated ECG (HL7 V3 Regulated Studies, Annotated ECG R1; the FDA's XML for ECGs), as 12-lead carts export it.
 *
 * <p>In: a whole file. Out: the leads of its rhythm, to the sample, or why not. The central type is {@link
 * io.maimen.driver.aecg.AecgReader}. Stateless, but for the reader, which lives for one file. Acknowledgement class: AFTER_STORED, the
 * file is moved away when it is stored. Must not know: folders, blocks, annotations, beats that a computer made.
 */
package io.maimen.driver.aecg;
