/**
 * bioMérieux mini-VIDAS: named text fields between STX and a checksum, on the port where others speak ASTM.
 *
 * <p>In: the bytes of a serial line, cut anywhere. Out: one observation a result. The central type is {@link
 * io.maimen.driver.vidas.VidasFrame}. Immutable but for the protocol, which is confined to its session's thread. Acknowledgement
 * class: NONE, the analyser asks for no answer. Must not know: ports, threads, clocks, patients.
 */
package io.maimen.driver.vidas;
