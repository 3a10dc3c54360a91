/**
 * Keys and what they sign, as bytes and as text: PEM, and Ed25519.
 *
 * <p>In: keys of {@code java.security}, PEM text, SubjectPublicKeyInfo. Out: the same the other way round, signatures, and
 * whether one fits. The central type is {@link io.maimen.observation.key.Ed25519}. Stateless. Must not know: where keys are
 * kept, whose they are, what is signed.
 */
package io.maimen.observation.key;
