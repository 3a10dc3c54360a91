package io.maimen.simulator.device.senml;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** As much of CBOR (RFC 8949) as a cuff needs: whole numbers, texts, and how long arrays and maps are. */
final class CborWriter {
    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    CborWriter array(int size) {
        return head(ARRAY, size);
    }

    CborWriter map(int size) {
        return head(MAP, size);
    }

    CborWriter integer(long number) {
        return number < 0 ? head(NEGATIVE, -1 - number) : head(UNSIGNED, number);
    }

    CborWriter text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        head(TEXT, utf8.length);
        out.writeBytes(utf8);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** The major type and an argument in the fewest bytes (section 3). */
    private CborWriter head(int majorType, long argument) {
        int size = argument < 24 ? 0 : argument < 1L << 8 ? 1 : argument < 1L << 16 ? 2 : argument < 1L << 32 ? 4 : 8;
        int information = size == 0 ? (int) argument : 24 + Integer.numberOfTrailingZeros(size);
        out.write(majorType << 5 | information);
        byte[] wide = ByteBuffer.allocate(Long.BYTES).putLong(argument).array();
        out.writeBytes(Arrays.copyOfRange(wide, Long.BYTES - size, Long.BYTES));
        return this;
    }
}
