package io.maimen.ingest.follow;

import io.maimen.log.LogPosition;
import java.util.Optional;

/**
 * How a reader is doing. Immutable.
 *
 * @param cursor everything before it has been read
 * @param stuck why the last attempt failed; empty while reading goes well
 * @param lost stretches of acknowledged records that the log could not serve to this reader since start
 */
public record ReaderState(String name, LogPosition cursor, Optional<String> stuck, long lost) {}
