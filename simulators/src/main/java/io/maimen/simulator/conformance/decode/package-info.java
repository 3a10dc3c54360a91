/**
 * Bytes to what they say, for people: fields of a frame, or a driver's whole answer to a conversation.
 *
 * <p>In: bytes as hexadecimal digits or a trace, the name of a decoder or a driver found by ServiceLoader. Out: JSON lines. The
 * central type is {@link io.maimen.simulator.conformance.decode.DecodeCommand}. Confined to one thread. Must not know: any
 * driver's classes, only what the driver interface says.
 */
package io.maimen.simulator.conformance.decode;
