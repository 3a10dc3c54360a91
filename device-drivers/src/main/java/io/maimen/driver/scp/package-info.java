/**
 * SCP-ECG files (EN 1064, ISO 11073-91064) of 12-lead carts: header, sections, leads and their samples.
 *
 * <p>In: a whole file. Out: its recording, to the sample, or why not. The central type is {@link io.maimen.driver.scp.ScpFormat}.
 * Immutable, safe from any thread. Acknowledgement class: AFTER_STORED, the file is moved away when it is stored. Must not know:
 * folders, blocks, how anything is stored.
 */
package io.maimen.driver.scp;
