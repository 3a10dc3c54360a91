/**
 * Serial lines through jSerialComm, which no other package sees.
 *
 * <p>In: bytes of a port, ptys included. Out: a connection of the port in {@code connect}. The central type is {@link
 * io.maimen.gateway.connect.serial.SerialDialer}. Thread-safe. Must not know: protocols; a serial line acknowledges nothing
 * by itself.
 */
package io.maimen.gateway.connect.serial;
