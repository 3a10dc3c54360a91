package io.maimen.driver.nonin;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.FieldList;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * What the host tells or asks the oximeter, and its answer to a question about the time: 02, operation, length, parameters,
 * 03. Immutable.
 *
 * @param parameters at most 255 bytes
 */
record Command(int operation, Bytes parameters) {
    static final MessageDecoder<Command> DECODER =
            new MessageDecoder<>("nonin.command", Command::read, Command::fields);
    /** The oximeter's answer: done. */
    static final int ACK = 0x06;
    /** The oximeter's answer: not done. */
    static final int NAK = 0x15;

    private static final int START = 0x02;
    private static final int END = 0x03;
    private static final int FORMAT = 0x70;
    private static final int TIME = 0x72;
    private static final int TIME_ANSWER = 0xF2;
    private static final int AROUND = 4;
    private static final int PARAMETERS = 3;
    private static final int OF_TIME = 6;
    private static final int CENTURY = 100;
    private static final Map<Integer, String> NAMES =
            Map.of(FORMAT, "set data format", TIME, "set time", TIME_ANSWER, "time");
    private static final String[] TIME_PARTS = {"year", "month", "day", "hour", "minute", "second"};

    /** Which of the data formats 2, 7, 8 and 13 to send from now on; the oximeter keeps it. */
    static Command format(int number) {
        return new Command(FORMAT, Bytes.of((byte) START, (byte) number));
    }

    /** The oximeter does not answer this one. */
    static Command time(LocalDateTime time) {
        return new Command(
                TIME,
                Bytes.of(
                        (byte) (time.getYear() % CENTURY),
                        (byte) time.getMonthValue(),
                        (byte) time.getDayOfMonth(),
                        (byte) time.getHour(),
                        (byte) time.getMinute(),
                        (byte) time.getSecond()));
    }

    /** As written to the line. */
    Bytes bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(START);
        out.write(operation);
        out.write(parameters.size());
        out.writeBytes(parameters.toArray());
        out.write(END);
        return Bytes.of(out.toByteArray());
    }

    static Decoded<Command> read(ByteBuffer bytes) {
        if (!bytes.hasRemaining() || bytes.get(0) != START) {
            return Decoded.refused("OXI-001", 0, "command must begin with 02");
        }
        int length = bytes.limit() > 2 ? AROUND + Byte.toUnsignedInt(bytes.get(2)) : AROUND;
        if (bytes.limit() < length) {
            return Decoded.refused(
                    "OXI-002", bytes.limit(), "command must be " + length + " bytes but was " + bytes.limit());
        }
        if (bytes.get(length - 1) != END) {
            return Decoded.refused("OXI-006", length - 1, "command must end with 03");
        }
        byte[] parameters = new byte[length - AROUND];
        bytes.get(PARAMETERS, parameters);
        return new Decoded.Frame<>(new Command(Byte.toUnsignedInt(bytes.get(1)), Bytes.of(parameters)));
    }

    List<FrameField> fields() {
        boolean question = operation == TIME && parameters.size() == 0;
        FieldList fields = new FieldList()
                .text("command", question ? "get time" : NAMES.getOrDefault(operation, "operation " + operation), 1, 1);
        ByteBuffer values = parameters.asBuffer();
        if (operation == FORMAT && values.limit() == 2) {
            fields.number("format", values.get(1), PARAMETERS + 1, 1);
        }
        if (operation != FORMAT && values.limit() == OF_TIME) {
            for (int i = 0; i < OF_TIME; i++) {
                fields.number(TIME_PARTS[i], Byte.toUnsignedInt(values.get(i)), PARAMETERS + i, 1);
            }
        }
        return fields.fields();
    }
}
