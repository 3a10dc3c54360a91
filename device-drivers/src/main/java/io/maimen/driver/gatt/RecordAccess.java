package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import io.maimen.driver.DriverOptions;
import io.maimen.observation.Bytes;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is written to and indicated by a Record Access Control Point (2A52). Source: Glucose Service 1.0.1, section 3.4.
 * Immutable.
 *
 * @param count of stored records, in a count response
 * @param request in a response: the opcode that is answered, 0 otherwise
 * @param response in a response: the response value, 0 otherwise
 */
record RecordAccess(int opcode, int operator, OptionalLong count, int request, int response) {
    static final CharacteristicDecoder<RecordAccess> DECODER =
            new CharacteristicDecoder<>("record-access.control-point", RecordAccess::read);

    static final int REPORT = 1;
    static final int ABORT = 3;
    static final int REPORT_COUNT = 4;
    static final int COUNT = 5;
    static final int RESPONSE = 6;
    static final int ALL = 1;
    static final int AT_LEAST = 3;
    static final int LAST = 6;
    static final int SUCCESS = 1;
    static final int NO_RECORDS = 6;

    private static final HexFormat HEX = HexFormat.of();
    private static final int BY_SEQUENCE_NUMBER = 1;
    private static final int BYTE_BITS = 8;
    private static final int MOST_NUMBER = 0xFFFF;
    private static final List<String> OPCODES = List.of(
            "reserved",
            "report stored records",
            "delete stored records",
            "abort",
            "report number of stored records",
            "number of stored records response",
            "response code");
    private static final List<String> OPERATORS =
            List.of("null", "all", "less or equal", "greater or equal", "within range", "first", "last");
    private static final List<String> RESPONSES = List.of(
            "reserved",
            "success",
            "opcode not supported",
            "invalid operator",
            "operator not supported",
            "invalid operand",
            "no records found",
            "abort unsuccessful",
            "procedure not completed",
            "operand not supported");

    private static Decoded<RecordAccess> read(Cursor in) {
        int opcode = in.uint8();
        in.note("opcode", word(OPCODES, opcode), "", 1);
        int operator = in.uint8();
        in.note("operator", word(OPERATORS, operator), "", 1);
        return switch (opcode) {
            case COUNT -> count(in, operator);
            case RESPONSE -> response(in, operator);
            default -> {
                if (in.left() > 0) {
                    operand(in);
                }
                yield in.whole(new RecordAccess(opcode, operator, OptionalLong.empty(), 0, 0));
            }
        };
    }

    private static Decoded<RecordAccess> count(Cursor in, int operator) {
        int length = in.left();
        long count =
                switch (length) {
                    case 1 -> in.uint8();
                    case 2 -> in.uint16();
                    case 4 -> Integer.toUnsignedLong(in.int32());
                    default -> -1;
                };
        if (count < 0) {
            return Decoded.refused("GATT-004", in.offset(), "number of records must be 2 or 4 bytes but was " + length);
        }
        in.note("number of records", Long.toString(count), "", length);
        return in.whole(new RecordAccess(COUNT, operator, OptionalLong.of(count), 0, 0));
    }

    private static Decoded<RecordAccess> response(Cursor in, int operator) {
        int request = in.uint8();
        in.note("request opcode", word(OPCODES, request), "", 1);
        int response = in.uint8();
        in.note("response value", word(RESPONSES, response), "", 1);
        return in.whole(new RecordAccess(RESPONSE, operator, OptionalLong.empty(), request, response));
    }

    private static void operand(Cursor in) {
        int length = in.left();
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < length; i++) {
            hex.append(HEX.toHexDigits((byte) in.uint8()));
        }
        in.note("operand", hex.toString(), "", length);
    }

    private static String word(List<String> words, int number) {
        boolean known = number < words.size() && !words.get(number).equals("reserved");
        return known ? words.get(number) : "reserved " + number;
    }

    /** How many records there are. */
    static Bytes countAll() {
        return Bytes.of((byte) REPORT_COUNT, (byte) ALL);
    }

    /** Every record. */
    static Bytes reportAll() {
        return Bytes.of((byte) REPORT, (byte) ALL);
    }

    /** The records from this sequence number on. */
    static Bytes reportFrom(int sequence) {
        return Bytes.of((byte) REPORT, (byte) AT_LEAST, (byte) BY_SEQUENCE_NUMBER, (byte) sequence, (byte)
                (sequence >> BYTE_BITS));
    }

    /** The newest record alone. */
    static Bytes reportLast() {
        return Bytes.of((byte) REPORT, (byte) LAST);
    }

    /**
     * What option {@code records} asks for: {@code all}, {@code last}, or a number that the wanted ones begin at: a meter's
     * sequence number, a monitor's minute.
     */
    static Bytes wanted(DriverOptions options) {
        String text = options.text("records").orElse("all");
        return switch (text) {
            case "all" -> reportAll();
            case "last" -> reportLast();
            default -> reportFrom(options.integer("records", 0, 0, MOST_NUMBER));
        };
    }

    static Bytes abort() {
        return Bytes.of((byte) ABORT, (byte) 0);
    }
}
