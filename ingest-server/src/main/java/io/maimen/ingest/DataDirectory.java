package io.maimen.ingest;

import io.maimen.ingest.config.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where everything durable lies. Stateless. */
final class DataDirectory {
    private DataDirectory() {}

    /** Makes it where it is missing, and refuses one that cannot be written or has too little room. */
    static Path prepare(ServerConfig config) throws StartException {
        Path directory = config.directory();
        try {
            Files.createDirectories(directory);
            Path probe = Files.createTempFile(directory, "probe", ".tmp");
            Files.delete(probe);
            requireRoom(directory, config.minFreeBytes());
            return directory;
        } catch (IOException e) {
            throw new StartException(
                    "SRV-002 server.directory must be writable but was not: " + e.getMessage()
                            + "; correct its rights, or name another directory",
                    e);
        }
    }

    private static void requireRoom(Path directory, long minFreeBytes) throws IOException, StartException {
        long free = Files.getFileStore(directory).getUsableSpace();
        if (free < minFreeBytes) {
            throw new StartException("SRV-004 free disk at " + directory + " must be at least " + minFreeBytes
                    + " bytes but was " + free + "; make room, or lower server.minFreeBytes");
        }
    }
}
