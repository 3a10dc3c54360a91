/**
 * Byte vectors against the decoders of the installed drivers.
 *
 * <p>In: a file of vectors, decoders found by ServiceLoader. Out: what passed, and both sides of what did not. The central
 * type is {@link io.maimen.simulator.conformance.vectors.KeyTable}, which ties a family's keys to a decoder's fields. Confined
 * to one thread. Must not know: any driver's classes, only what the driver interface says.
 */
package io.maimen.simulator.conformance.vectors;
