package io.maimen.gateway.connect.folder;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What is watched. Immutable.
 *
 * @param files which names, as a glob: {@code *.scp}
 * @param settle how long a file must not have changed before it counts as complete, above 0
 * @param maxBytes the largest file that is read, above 0
 */
public record WatchedFolder(Path directory, String files, Duration settle, int maxBytes) {
    Path done() {
        return directory.resolve("done");
    }

    Path refused() {
        return directory.resolve("refused");
    }
}
