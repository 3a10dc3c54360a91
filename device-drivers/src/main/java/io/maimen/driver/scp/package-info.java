/**
 * SCP-ECG files (EN 1064, ISO 11073-91064): the header and the table that says where the sections lie.
 *
 * <p>In: the beginning of a file or all of it. Out: its sections. The central type is {@link io.maimen.driver.scp.ScpHeader}.
 * Immutable, safe from any thread. Acknowledgement class: NONE, a file asks for no answer. Must not know: files, leads, signals.
 */
package io.maimen.driver.scp;
