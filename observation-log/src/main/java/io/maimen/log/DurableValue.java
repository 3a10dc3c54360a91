package io.maimen.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A small value in a file of its own, replaced as a whole: after a power cut the old or the new value is there.
 * Thread-safe.
 *
 * <pre>
 * CRC32C of the rest 4 | length 4 | bytes, big endian
 * </pre>
 */
public final class DurableValue {
    private static final int HEADER_BYTES = 8;

    private final Disk disk;
    private final String name;

    /**
     * A value on a disk, which may be shared with a log.
     *
     * @param name a plain file name that is used for nothing else, such as {@code uplink.cursor}
     */
    public DurableValue(Disk disk, String name) {
        this.disk = disk;
        this.name = name;
    }

    /**
     * The value last written; empty when there is none or it is damaged, so that a reader starts over.
     *
     * @throws LogException IO
     */
    public synchronized Optional<byte[]> read() throws LogException {
        try (DiskFile file = disk.open(name)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(file.size(), Integer.MAX_VALUE));
            file.read(0, bytes);
            return decode(bytes.flip());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw LogException.of(e, "read " + name + " in " + disk);
        }
    }

    /**
     * The value of a directory that another process may hold: what its last finished {@link #write} left. Empty when there
     * is none or it is damaged.
     */
    public static Optional<byte[]> read(Path file) throws IOException {
        return Files.exists(file) ? decode(ByteBuffer.wrap(Files.readAllBytes(file))) : Optional.empty();
    }

    private static Optional<byte[]> decode(ByteBuffer bytes) {
        if (bytes.remaining() < HEADER_BYTES) {
            return Optional.empty();
        }
        int checksum = bytes.getInt();
        boolean whole = checksum == new Checksum().add(bytes).value() && bytes.getInt() == bytes.remaining();
        byte[] value = new byte[bytes.remaining()];
        bytes.get(value);
        return whole ? Optional.of(value) : Optional.empty();
    }

    /**
     * Replaces the value and returns when it is durable.
     *
     * @throws LogException NO_SPACE or IO; the old or the new value is read next
     */
    public synchronized void write(byte[] value) throws LogException {
        String next = name + ".next";
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + value.length);
        bytes.position(4).putInt(value.length).put(value);
        bytes.putInt(0, new Checksum().add(bytes.flip().position(4)).value()).position(0);
        try {
            disk.delete(next);
            try (DiskFile file = disk.create(next)) {
                file.write(0, bytes);
                file.sync();
            }
            disk.rename(next, name);
            disk.syncDirectory();
        } catch (IOException e) {
            throw LogException.of(e, "write " + name + " in " + disk);
        }
    }
}
