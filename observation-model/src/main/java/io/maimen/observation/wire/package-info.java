/**
 * How the words travel: envelopes and receipts in CBOR, the same for people in JSON. The contract is docs/wire.md.
 *
 * <p>In: bytes of a peer. Out: envelopes of checked items, or a coded refusal. The central type is {@link
 * io.maimen.observation.wire.ObservationEnvelope}. Codecs are stateless and may be shared. Must not know: transports.
 */
package io.maimen.observation.wire;
