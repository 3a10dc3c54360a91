/**
 * Small files that only their owner can read: keys, certificates, a first password.
 *
 * <p>In: text under a name. Out: the same text, whole or not at all, whatever moment the power failed. The central type is
 * {@link io.maimen.log.secret.SecretFiles}. Blocking; one writer to a directory. Must not know: what a text means.
 */
package io.maimen.log.secret;
