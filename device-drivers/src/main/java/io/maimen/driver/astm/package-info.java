/**
 * Analysers that speak ASTM: LIS01-A2 framing with LIS02-A2 records (docs/devices/astm-analyser.md).
 *
 * <p>In: the bytes of a serial or TCP line, cut anywhere. Out: each R record as one observation. The central type is {@link
 * io.maimen.driver.astm.AstmProtocol}; below it {@code LineReader} finds frames, {@code Message} reads records.
 * Acknowledgement class: AFTER_STORED, ACK follows the fsync. Must not know: ports, threads, clocks, patients.
 */
package io.maimen.driver.astm;
