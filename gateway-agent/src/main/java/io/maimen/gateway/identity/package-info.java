/**
 * Who this gateway is: its keys, made here and never sent, its certificate, and the server's CA that it believes.
 *
 * <p>In: a one-time code and the server's HTTPS address; later the files that came of it. Out: TLS connections on which each
 * side has proved who it is, and signatures. The central type is {@link io.maimen.gateway.identity.GatewayIdentity}.
 * Thread-safe; blocking on files and network. The only door to Bouncy Castle. Must not know: what is sent.
 */
package io.maimen.gateway.identity;
