/**
 * What each gateway is to work by: slot maps, packs, limits and revocations, versioned and signed; and what it reported.
 *
 * <p>In: the clinical tables, what doctors and administrators decide, what gateways report. Out: signed bytes of
 * docs/wire.md. The central type is {@link io.maimen.ingest.desired.DesiredStates}. Blocking; thread-safe. Must not know:
 * how the bytes travel.
 */
package io.maimen.ingest.desired;
