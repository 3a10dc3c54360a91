/**
 * The 5-byte stream of BCI, spoken by Berry BM1000 and by Contec oximeters of the first generation.
 *
 * <p>In: bytes of a line or notifications. Out: saturation and pulse rate. The central type is {@link
 * io.maimen.driver.bci.BciFrame}. Confined to the session's thread. Must not know: ports, threads, clocks.
 */
package io.maimen.driver.bci;
