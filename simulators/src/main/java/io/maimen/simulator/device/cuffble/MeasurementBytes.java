package io.maimen.simulator.device.cuffble;

import io.maimen.observation.device.UserSlot;
import io.maimen.simulator.device.cuff.CuffReading;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;

/** A reading as a value of 2A35, mmHg, with every optional field its cuff has. Stateless. */
final class MeasurementBytes {
    private static final int LONGEST = 19;
    private static final int TIME_STAMP = 0b0_0010;
    private static final int PULSE_RATE = 0b0_0100;
    private static final int USER_ID = 0b0_1000;
    private static final int STATUS = 0b1_0000;
    private static final short IRREGULAR_PULSE = 0b100;
    /** With exponent 0, up to here a mantissa is its number. */
    private static final int GREATEST_MANTISSA = 2_045;

    private MeasurementBytes() {}

    /** @param zone of the clock on the cuff's display */
    static byte[] of(CuffReading reading, ZoneId zone) {
        boolean hasSlot = reading.sitter().slot().isPresent();
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) (TIME_STAMP | PULSE_RATE | STATUS | (hasSlot ? USER_ID : 0)));
        bytes.putShort(sfloat(reading.systolicMmHg()));
        bytes.putShort(sfloat(reading.diastolicMmHg()));
        bytes.putShort(sfloat(reading.meanMmHg()));
        LocalDateTime shown = LocalDateTime.ofInstant(reading.measuredAt(), zone);
        bytes.putShort((short) shown.getYear());
        bytes.put((byte) shown.getMonthValue()).put((byte) shown.getDayOfMonth());
        bytes.put((byte) shown.getHour()).put((byte) shown.getMinute()).put((byte) shown.getSecond());
        bytes.putShort(sfloat(reading.pulsePerMin()));
        reading.sitter().slot().map(UserSlot::number).ifPresent(slot -> bytes.put(slot.byteValue()));
        bytes.putShort(status(reading));
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static short sfloat(int value) {
        if (value < 0 || value > GREATEST_MANTISSA) {
            throw new IllegalArgumentException("SIM-024 a cuff shows 0 to 2045 but not " + value);
        }
        return (short) value;
    }

    /** Now and then the cuff heard an irregular pulse. */
    private static short status(CuffReading reading) {
        return reading.pulsePerMin() % 11 == 0 ? IRREGULAR_PULSE : 0;
    }
}
