/**
 * The server's doors for gateways, one package for each transport.
 *
 * <p>In: bytes of authenticated gateways. Out: the same bytes to the gate, acknowledgements and receipts back. The central
 * type is the receiver of each transport. Acknowledged after the log's commit only. Must not know: what an envelope holds.
 */
package io.maimen.ingest.receive;
