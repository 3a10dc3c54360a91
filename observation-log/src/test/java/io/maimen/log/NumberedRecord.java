package io.maimen.log;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/** A record that says which one it is, and whose every byte follows from that: nothing wrong can pass for it. */
final class NumberedRecord {
    private static final int MAX_FILL_BYTES = 120;

    private NumberedRecord() {}

    static byte[] bytes(long number) {
        Random random = new Random(number);
        byte[] fill = new byte[random.nextInt(MAX_FILL_BYTES)];
        random.nextBytes(fill);
        return ByteBuffer.allocate(Long.BYTES + fill.length)
                .putLong(number)
                .put(fill)
                .array();
    }

    static long number(LogRecord record) {
        long number = record.buffer().getLong();
        if (!Arrays.equals(record.bytes(), bytes(number))) {
            throw new AssertionError("record at " + record.position() + " must be as written but was not");
        }
        return number;
    }
}
