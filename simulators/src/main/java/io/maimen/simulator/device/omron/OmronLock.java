package io.maimen.simulator.device.omron;

import io.maimen.simulator.device.line.FrameWriter;
import java.util.Arrays;

/** The lock in front of a cuff's memory, and the key it was given. Confined to one thread. */
final class OmronLock {
    private static final int GIVE_KEY = 0;
    private static final int SHOW_KEY = 1;
    private static final int ASK_FOR_NEW_KEY = 2;
    private static final int KEY_BYTES = 16;
    private static final int DONE = 0;
    private static final int REFUSED = 0x0F;
    private static final int ANSWER = 0x80;

    private final boolean takesOneKey;
    private byte[] key = new byte[0];
    private boolean waitsForKey;
    private boolean locked = true;

    OmronLock(boolean takesOneKey) {
        this.takesOneKey = takesOneKey;
    }

    boolean isLocked() {
        return locked;
    }

    void lock() {
        locked = true;
        waitsForKey = false;
    }

    /** What the cuff says to what was written: the same opcode with bit 7, and whether it was done. */
    FrameWriter answer(byte[] written) {
        int opcode = written.length == 0 ? -1 : written[0];
        byte[] operand = written.length == 0 ? written : Arrays.copyOfRange(written, 1, written.length);
        boolean done =
                switch (opcode) {
                    case ASK_FOR_NEW_KEY -> {
                        waitsForKey = key.length == 0 || !takesOneKey;
                        yield waitsForKey;
                    }
                    case GIVE_KEY -> waitsForKey && take(operand);
                    case SHOW_KEY -> key.length > 0 && Arrays.equals(key, operand);
                    default -> false;
                };
        if (done && opcode != ASK_FOR_NEW_KEY) {
            locked = false;
        }
        return new FrameWriter().octets(ANSWER | opcode, done ? DONE : REFUSED);
    }

    private boolean take(byte[] operand) {
        waitsForKey = false;
        if (operand.length != KEY_BYTES) {
            return false;
        }
        key = operand;
        return true;
    }
}
