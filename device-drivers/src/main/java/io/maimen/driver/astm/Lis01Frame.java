package io.maimen.driver.astm;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.Checksum;
import io.maimen.observation.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One frame of LIS01-A2 section 6.3 whose checksum was right. Immutable.
 *
 * @param number 0 to 7
 * @param text without framing, any length
 * @param last true when it ended in ETX, false for ETB
 */
record Lis01Frame(int number, Bytes text, boolean last) {
    static final int NUMBERS = 8;
    static final int NUMBER_OFFSET = 1;
    static final int TEXT_OFFSET = 2;
    static final int CHECKSUM_LENGTH = 2;
    private static final int HEX = 16;

    /** A whole frame that ends a record, as it is sent. */
    static Bytes encode(int number, String text) {
        byte[] checked = (number + text + (char) Control.ETX).getBytes(StandardCharsets.US_ASCII);
        int sum = Checksum.sumModulo256(ByteBuffer.wrap(checked));
        String frame = (char) Control.STX
                + new String(checked, StandardCharsets.US_ASCII)
                + String.format(Locale.ROOT, "%02X\r\n", sum);
        return Bytes.of(frame.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads exactly one frame; its trailer may be CR LF, CR, LF or missing. */
    static Decoded<Lis01Frame> decode(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != Control.STX) {
            return Decoded.refused("AST-001", 0, "frame must begin with STX");
        }
        int end = endOfText(bytes);
        if (end == bytes.length || end + CHECKSUM_LENGTH >= bytes.length) {
            return Decoded.refused(
                    "AST-002", bytes.length, "frame must end in ETX or ETB and two digits, is truncated");
        }
        int trailer = end + 1 + CHECKSUM_LENGTH;
        String rest = hex(bytes, trailer, bytes.length);
        if (!rest.isEmpty() && !rest.equals("0D") && !rest.equals("0A") && !rest.equals("0D0A")) {
            return Decoded.refused("AST-006", trailer, "trailer must be CR LF, CR or LF but was " + rest);
        }
        int computed = Checksum.sumModulo256(ByteBuffer.wrap(bytes, NUMBER_OFFSET, end));
        int high = Character.digit(bytes[end + 1], HEX);
        int low = Character.digit(bytes[end + 2], HEX);
        if (high < 0 || low < 0 || high * HEX + low != computed) {
            return Decoded.refused(
                    "AST-004",
                    end + 1,
                    String.format(
                            Locale.ROOT,
                            "checksum must be %02X but was %s (hex %s)",
                            computed,
                            printable(bytes[end + 1]) + printable(bytes[end + 2]),
                            hex(bytes, end + 1, trailer)));
        }
        // Judged after the checksum: a damaged digit is damage, not another number.
        int number = end > NUMBER_OFFSET ? bytes[NUMBER_OFFSET] - '0' : -1;
        if (number < 0 || number >= NUMBERS) {
            return Decoded.refused("AST-003", NUMBER_OFFSET, "frame number must be a digit from 0 to 7");
        }
        return new Decoded.Frame<>(new Lis01Frame(
                number, Bytes.of(Arrays.copyOfRange(bytes, TEXT_OFFSET, end)), bytes[end] == Control.ETX));
    }

    /** The number the frame after this one must have. */
    int nextNumber() {
        return (number + 1) % NUMBERS;
    }

    /** Where the text of a frame ends: the place of its ETX or ETB, or the end of the bytes. */
    static int endOfText(byte[] bytes) {
        int end = NUMBER_OFFSET;
        while (end < bytes.length && !Control.endsText(bytes[end])) {
            end++;
        }
        return end;
    }

    private static String printable(byte value) {
        return value > ' ' && value < 0x7F ? String.valueOf((char) value) : "?";
    }

    private static String hex(byte[] bytes, int from, int to) {
        StringBuilder hex = new StringBuilder();
        for (int i = from; i < to; i++) {
            hex.append(String.format(Locale.ROOT, "%02X", bytes[i]));
        }
        return hex.toString();
    }
}
