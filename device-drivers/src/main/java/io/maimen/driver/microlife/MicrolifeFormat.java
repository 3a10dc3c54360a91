package io.maimen.driver.microlife;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.Framing;
import java.nio.ByteBuffer;

/** Finds frames by their header and the length in it: a memory comes in many notifications. Stateless. */
final class MicrolifeFormat implements Framing<MicrolifeFrame> {
    /** More than a memory of 99 records needs. */
    private static final int LONGEST = 2_048;

    @Override
    public int length(ByteBuffer bytes) {
        if (bytes.get(0) != MicrolifeFrame.START) {
            return 0;
        }
        if (bytes.limit() < MicrolifeFrame.HEADER) {
            return MicrolifeFrame.HEADER;
        }
        int length = MicrolifeFrame.HEADER + Short.toUnsignedInt(bytes.getShort(2));
        return length > LONGEST ? MicrolifeFrame.HEADER : length;
    }

    @Override
    public Decoded<MicrolifeFrame> read(ByteBuffer frame) {
        return MicrolifeFrame.read(frame);
    }
}
