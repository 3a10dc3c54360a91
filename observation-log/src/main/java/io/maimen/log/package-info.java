/**
 * The durable log: append, read, trim.
 *
 * <p>In: bytes. Out: the same bytes and their positions, after fsync and never torn or altered. Must not know: what
 * the bytes mean.
 */
package io.maimen.log;
