package io.maimen.simulator.device.cms50;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.body.FingerClip.Second;
import io.maimen.simulator.device.line.FrameWriter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Packets: a type below 128, then bytes with bit 7 set, whose own bit 7 is in the byte after the type. */
final class Cms50Packets {
    static final int START = 0xA1;
    static final int STOP = 0xA2;
    static final int IDENTIFIER = 0xAA;
    static final int KEEP_ALIVE = 0xAF;

    private static final int COMMAND_TYPE = 0x7D;
    private static final int COMMAND_BYTES = 9;
    private static final int MARK = 0x80;
    private static final int PROBE_ERROR = 0x80;
    private static final int NO_INDEX = 0x10; // no perfusion index

    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    /** A packet of up to seven bytes of data. */
    static byte[] packet(int type, int... data) {
        int high = MARK;
        FrameWriter marked = new FrameWriter();
        for (int index = 0; index < data.length; index++) {
            high |= (data[index] & MARK) >> 7 << index;
            marked.octets(data[index] | MARK);
        }
        return new FrameWriter().octets(type, high).bytes(marked.array()).array();
    }

    /** Type 01: one of sixty packets of a second. */
    static byte[] live(Second second, double part, boolean searching) {
        if (second.out()) {
            return packet(1, PROBE_ERROR, MARK, NO_INDEX, 0xFF, 0x7F, 0xFF, 0xFF);
        }
        int pleth = second.pleth(part);
        return searching
                ? packet(1, 0, MARK | pleth, NO_INDEX, 0xFF, 0x7F, 0xFF, 0xFF)
                : packet(1, 3, pleth, NO_INDEX | pleth >> 3, second.pulse(), second.saturation(), 0xFF, 0xFF);
    }

    /** The commands that are complete now; a byte that no command begins with is passed over. */
    List<Integer> commands(Bytes bytes) {
        pending.writeBytes(bytes.toArray());
        byte[] all = pending.toByteArray();
        List<Integer> commands = new ArrayList<>();
        int from = 0;
        while (from < all.length && (all[from] != COMMAND_TYPE || all.length - from >= COMMAND_BYTES)) {
            if (all[from] == COMMAND_TYPE) {
                commands.add((all[from + 2] & 0x7F) | ((all[from + 1] & 1) << 7));
                from += COMMAND_BYTES;
            } else {
                from++;
            }
        }
        pending.reset();
        pending.write(all, from, all.length - from);
        return commands;
    }

    void forget() {
        pending.reset();
    }
}
