package io.maimen.driver.polar;

import java.nio.ByteBuffer;

/**
 * One beat by an optical sensor (PMD frame type 0 of PPI). Immutable.
 *
 * @param heartRate per minute, 0 to 255; 0 where the sensor has none
 * @param intervalMs from the beat before, 0 to 65 535
 * @param errorMs how far off {@code intervalMs} may be
 * @param flags bit 0 movement blocks the measurement, bit 1 skin contact, bit 2 contact can be told
 */
record PulseInterval(int heartRate, int intervalMs, int errorMs, int flags) {
    static final int LENGTH = 6;

    private static final int INTERVAL = 1;
    private static final int ERROR = 3;
    private static final int FLAGS = 5;

    static PulseInterval at(int offset, ByteBuffer littleEndian) {
        return new PulseInterval(
                Byte.toUnsignedInt(littleEndian.get(offset)),
                Short.toUnsignedInt(littleEndian.getShort(offset + INTERVAL)),
                Short.toUnsignedInt(littleEndian.getShort(offset + ERROR)),
                Byte.toUnsignedInt(littleEndian.get(offset + FLAGS)));
    }

    int flag(int bit) {
        return (flags >> bit) & 1;
    }
}
