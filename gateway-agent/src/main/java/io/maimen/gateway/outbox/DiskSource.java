package io.maimen.gateway.outbox;

import io.maimen.log.Disk;
import io.maimen.log.LogException;

/** Opens a directory of the gateway by its name, such as {@code outbox/alarm}. */
@FunctionalInterface
public interface DiskSource {
    /** The directory, held until it is closed. */
    Disk open(String name) throws LogException;
}
