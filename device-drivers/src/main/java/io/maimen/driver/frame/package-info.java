/**
 * What framings of several families share: checksums over bytes, and finding frames in a stream.
 *
 * <p>In: bytes as sent, cut anywhere. Out: frames with their fields, refused stretches with their reason. The central types
 * are {@link io.maimen.driver.frame.FrameStream} and {@link io.maimen.driver.frame.Checksum}. Streams are confined to one
 * thread, all else is pure. Must not know: any one protocol.
 */
package io.maimen.driver.frame;
