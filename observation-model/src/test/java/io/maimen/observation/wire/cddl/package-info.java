/**
 * A second reading of CBOR (RFC 8949) and of the part of CDDL (RFC 8610) that docs/wire.md uses, for tests only.
 *
 * <p>In: bytes, and the text of a specification. Out: whether they agree. The central type is {@link
 * io.maimen.observation.wire.cddl.Cddl}. Immutable. Must not know: our codecs, or any library for CBOR.
 */
package io.maimen.observation.wire.cddl;
