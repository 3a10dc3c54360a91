/**
 * The server: receives envelopes, keeps them, judges them and shows them.
 *
 * <p>In: envelopes from gateways. Out: receipts, after the log has them on disk; query answers, events, alerts. The central
 * type is {@link io.maimen.ingest.Server}, which puts the parts together and closes them in order. Must not know: device
 * protocols.
 */
package io.maimen.ingest;
