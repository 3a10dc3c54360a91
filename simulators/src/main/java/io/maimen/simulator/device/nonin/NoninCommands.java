package io.maimen.simulator.device.nonin;

import io.maimen.observation.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts commands out of what the host sends: 02, what, how many bytes, those bytes, 03. Confined to one thread. */
final class NoninCommands {
    static final int FORMAT = 0x70;
    static final int TIME = 0x72;

    private static final int START = 2;
    private static final int FRAMING = 4;

    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    /** What is complete now, each from its second byte to the last before the 03. */
    List<byte[]> feed(Bytes bytes) {
        pending.writeBytes(bytes.toArray());
        List<byte[]> commands = new ArrayList<>();
        byte[] all = pending.toByteArray();
        int from = 0;
        while (from < all.length) {
            if (all[from] != START) {
                from++;
                continue;
            }
            int size = from + 2 < all.length ? (all[from + 2] & 0xFF) + FRAMING : Integer.MAX_VALUE;
            if (size > all.length - from) {
                break;
            }
            commands.add(Arrays.copyOfRange(all, from + 1, from + size - 1));
            from += size;
        }
        pending.reset();
        pending.write(all, from, all.length - from);
        return commands;
    }

    void forget() {
        pending.reset();
    }
}
