package io.maimen.driver.omron;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.driver.reading.CuffTime;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;

/** How a model packs a blood pressure into the first 14 bytes of a record; chosen by the model, never guessed from values. */
enum RecordLayout {
    /** HEM-7142T2, HEM-7380T and their kin: little-endian words of bits. */
    LITTLE_ENDIAN("omron.record-le") {
        @Override
        MemoryRecord unpack(ByteBuffer bytes) {
            ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
            int date = in.getShort(4);
            int time = in.getShort(6);
            return new MemoryRecord(
                    this,
                    SYSTOLIC_OFFSET + Byte.toUnsignedInt(in.get(0)),
                    Byte.toUnsignedInt(in.get(1)),
                    Byte.toUnsignedInt(in.get(2)),
                    new CuffTime(
                            CENTURY + bits(in.get(3), 0, 6),
                            bits(date, 10, 4),
                            bits(date, 5, 5),
                            bits(date, 0, 5),
                            bits(time, 6, 6),
                            bits(time, 0, 6)),
                    bits(date, 15, 1) == 1,
                    bits(date, 14, 1) == 1,
                    Optional.of(bits(time, 12, 1) == 1));
        }
    },
    /** HEM-7322T, HEM-7600T: one big-endian number of bits. */
    BIG_ENDIAN("omron.record-be") {
        @Override
        MemoryRecord unpack(ByteBuffer bytes) {
            int date = bytes.getShort(4);
            int time = bytes.getShort(6);
            return new MemoryRecord(
                    this,
                    SYSTOLIC_OFFSET + Byte.toUnsignedInt(bytes.get(1)),
                    Byte.toUnsignedInt(bytes.get(0)),
                    Byte.toUnsignedInt(bytes.get(3)),
                    new CuffTime(
                            CENTURY + Byte.toUnsignedInt(bytes.get(2)),
                            bits(date, 10, 4),
                            bits(date, 5, 5),
                            bits(date, 0, 5),
                            bits(time, 6, 6),
                            bits(time, 0, 6)),
                    bits(date, 15, 1) == 1,
                    bits(date, 14, 1) == 1,
                    Optional.empty());
        }
    };

    /** What every layout needs; models with 16 bytes a record leave two to themselves. */
    static final int LENGTH = 14;

    private static final int SYSTOLIC_OFFSET = 25;
    private static final int CENTURY = 2000;
    private static final int GREATEST_SYSTOLIC = 0xE1;

    private final String decoder;

    RecordLayout(String decoder) {
        this.decoder = decoder;
    }

    abstract MemoryRecord unpack(ByteBuffer bytes);

    /** The decoder of its records. */
    MessageDecoder<MemoryRecord> decoder() {
        return new MessageDecoder<>(decoder, this::read, MemoryRecord::fields);
    }

    /** The record at the first byte; a slot that was never written is refused as empty. */
    Decoded<MemoryRecord> read(ByteBuffer bytes) {
        if (bytes.limit() < LENGTH) {
            return Decoded.refused("OMR-002", bytes.limit(), "record must be 14 bytes but was " + bytes.limit());
        }
        int systolicAt = this == LITTLE_ENDIAN ? 0 : 1;
        if (all(bytes, 0x00) || all(bytes, 0xFF) || Byte.toUnsignedInt(bytes.get(systolicAt)) > GREATEST_SYSTOLIC) {
            return Decoded.refused(
                    "OMR-005",
                    systolicAt,
                    String.format(Locale.ROOT, "slot is empty: systolic is %02X", bytes.get(systolicAt)));
        }
        return new Decoded.Frame<>(unpack(bytes));
    }

    private static boolean all(ByteBuffer bytes, int value) {
        for (int i = 0; i < LENGTH; i++) {
            if (Byte.toUnsignedInt(bytes.get(i)) != value) {
                return false;
            }
        }
        return true;
    }

    private static int bits(int word, int from, int count) {
        return (word >> from) & ((1 << count) - 1);
    }
}
