/**
 * Devices on plain TCP: those that wait to be called, and those that call us.
 *
 * <p>In: bytes of a socket. Out: a connection of the port in {@code connect}. The central types are {@link
 * io.maimen.gateway.connect.tcp.TcpDialer} and {@link io.maimen.gateway.connect.tcp.TcpListener}. Thread-safe. Must not know:
 * protocols; TCP acknowledges bytes to nobody who matters, their protocols do.
 */
package io.maimen.gateway.connect.tcp;
