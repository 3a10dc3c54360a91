/**
 * How the log's readers are driven: each on its own thread, at its own pace, from its own cursor.
 *
 * <p>In: the log and a {@link io.maimen.ingest.follow.FactReader}. Out: batches of facts, in order, at least once. The
 * central type is {@link io.maimen.ingest.follow.LogFollower}. A batch counts as read when the reader has committed it
 * together with the cursor. Must not know: what a reader makes of a fact.
 */
package io.maimen.ingest.follow;
