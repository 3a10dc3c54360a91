/**
 * Conversations: a protocol of a driver, joined to a connection, the outbox and the quarantine.
 *
 * <p>In: what a connection hears. Out: what its protocol wants done, in order. The central type is {@link
 * io.maimen.gateway.session.DeviceSession}. Each session is confined to its executor; a protocol hears {@code Stored} only
 * after fsync, so a device is told "received" only then. Must not know: transports, file formats, the server.
 */
package io.maimen.gateway.session;
