/**
 * Recordings that come whole, as files of 12-lead ECG carts: from a file's leads to blocks that may be stored.
 *
 * <p>In: one file a message. Out: its leads in blocks, each with the file it was read from, and an answer once all are stored. The
 * central type is {@link io.maimen.driver.recording.EcgRecording}. Immutable, but for the protocol, which is confined to its
 * session's thread. Must not know: any one format, where files lie.
 */
package io.maimen.driver.recording;
