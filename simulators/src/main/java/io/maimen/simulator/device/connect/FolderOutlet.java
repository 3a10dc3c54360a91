package io.maimen.simulator.device.connect;

import io.maimen.observation.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Whole files in a folder: written beside it under another name first, so that nobody reads a half one. */
final class FolderOutlet implements DeviceOutlet {
    private final Path folder;

    FolderOutlet(Path folder) {
        this.folder = folder;
    }

    @Override
    public void open(Host host) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("SIM-052 folder must be writable but " + folder + " was not", e);
        }
        host.connected();
    }

    @Override
    public void send(String channel, Bytes bytes) {
        try {
            Path whole = folder.resolve(channel).normalize();
            Path growing = folder.resolveSibling(folder.getFileName() + "-" + whole.getFileName() + ".part");
            Files.write(growing, bytes.toArray());
            Files.move(growing, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("SIM-052 folder must be writable but " + folder + " was not", e);
        }
    }

    /** A folder is always there. */
    @Override
    public void hangUp() {}

    @Override
    public void close() {}
}
