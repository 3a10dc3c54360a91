/**
 * What framings of several families share: checksums over bytes.
 *
 * <p>In: bytes as sent. Out: the check value the sender should have computed. The central type is {@link
 * io.maimen.driver.frame.Checksum}. Pure functions, safe from any thread. Must not know: any one protocol.
 */
package io.maimen.driver.frame;
