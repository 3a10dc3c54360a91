/**
 * Arkray SPOTCHEM EL: a printed line of electrolytes between STX and ETX, without a checksum.
 *
 * <p>In: the bytes of a serial line, cut anywhere. Out: one observation an electrolyte. The central type is {@link
 * io.maimen.driver.spotchem.SpotchemFrame}. Immutable but for the protocol, which is confined to its session's thread.
 * Acknowledgement class: NONE, the analyser asks for no answer. Must not know: ports, threads, clocks, patients.
 */
package io.maimen.driver.spotchem;
