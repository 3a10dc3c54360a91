package io.maimen.driver.omron;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.Checksum;
import io.maimen.driver.frame.FieldList;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.driver.reading.CuffTime;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import io.maimen.observation.code.UcumUnit;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * A USB cuff's reply: {@code NO}, ask again; or {@code OK}, 00, data, and the exclusive or of the data. Immutable.
 *
 * @param ok whether the cuff did what it was asked
 * @param data of 4 bytes how many readings there are, of 13 a reading; other lengths answer other questions
 */
record UsbReply(boolean ok, Bytes data) {
    static final MessageDecoder<UsbReply> DECODER =
            new MessageDecoder<>("omron.usb-reply", UsbReply::read, UsbReply::fields);

    private static final int COUNT_LENGTH = 4;
    private static final int READING_LENGTH = 13;
    /** Where the data begin in the message. */
    static final int DATA = 3;

    /** Of these models. */
    static final int FIRST_YEAR = 2007;

    private static final int CENTURY = 2000;
    private static final int IRREGULAR = 1;
    private static final int MOVEMENT = 1 << 1;
    private static final int TRUREAD_SHIFT = 4;

    /** The reply these reports carry. */
    static Decoded<UsbReply> read(ByteBuffer reports) {
        Decoded<Bytes> joined = UsbMessage.joined(reports);
        if (joined instanceof Decoded.Refused<Bytes> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        byte[] payload = ((Decoded.Frame<Bytes>) joined).frame().toArray();
        String status = new String(payload, 0, Math.min(2, payload.length), StandardCharsets.US_ASCII);
        if (status.equals("NO")) {
            return new Decoded.Frame<>(new UsbReply(false, Bytes.of()));
        }
        if (!status.equals("OK")) {
            return Decoded.refused("OMR-007", 1, "reply must begin with OK or NO");
        }
        if (payload.length == 2) {
            return new Decoded.Frame<>(new UsbReply(true, Bytes.of()));
        }
        if (payload.length <= DATA) {
            return Decoded.refused("OMR-001", reports.limit(), "reply must have a check byte but is cut off");
        }
        if (Checksum.xor(ByteBuffer.wrap(payload, 2, payload.length - 2).slice()) != 0) {
            return Decoded.refused(
                    "OMR-003", UsbMessage.place(payload.length - 1), "exclusive or of data must be 0 but was not");
        }
        return new Decoded.Frame<>(new UsbReply(true, Bytes.of(Arrays.copyOfRange(payload, DATA, payload.length - 1))));
    }

    /** How many readings are stored; empty where that was not asked. */
    OptionalInt count() {
        return data.size() == COUNT_LENGTH ? OptionalInt.of(at(COUNT_LENGTH - 1)) : OptionalInt.empty();
    }

    /** Whether it is a reading: the methods below may be asked. */
    boolean isReading() {
        return data.size() == READING_LENGTH;
    }

    CuffTime time() {
        return new CuffTime(CENTURY + at(0), at(1), at(2), at(3), at(4), at(5));
    }

    /** In mm[Hg]: two bytes, unlike in the Bluetooth models. */
    int systolic() {
        return Short.toUnsignedInt(data.asBuffer().getShort(7));
    }

    /** In mm[Hg]. */
    int diastolic() {
        return at(9);
    }

    /** Per minute. */
    int pulse() {
        return at(10);
    }

    /** Whether the pulse was irregular; which bit says so is known from no capture yet. */
    boolean irregular() {
        return (at(12) & IRREGULAR) != 0;
    }

    /** Whether the body moved; which bit says so is known from no capture yet. */
    boolean movement() {
        return (at(12) & MOVEMENT) != 0;
    }

    /** 1 to 3 for the readings that TruRead averages, 0 for one by itself. */
    int truReadIndex() {
        return at(12) >> TRUREAD_SHIFT;
    }

    private int at(int index) {
        return Byte.toUnsignedInt(data.asBuffer().get(index));
    }

    List<FrameField> fields() {
        FieldList fields = new FieldList().text("status", ok ? "OK" : "NO", 1, 2);
        if (data.size() > 0) {
            int last = UsbMessage.place(DATA + data.size() - 1);
            fields.text("data", data.hex(), place(0), last - place(0) + 1);
        }
        count().ifPresent(count -> fields.number("count", count, place(3), 1).number("byte 1", at(1), place(1), 1));
        return isReading() ? reading(fields).fields() : fields.fields();
    }

    private FieldList reading(FieldList fields) {
        return fields.text("time", time().toString(), place(0), place(5) - place(0) + 1)
                .number("systolic", OptionalInt.of(systolic()), UcumUnit.MILLIMETRE_OF_MERCURY, place(7), 2)
                .number("diastolic", OptionalInt.of(diastolic()), UcumUnit.MILLIMETRE_OF_MERCURY, place(9), 1)
                .number("pulse rate", OptionalInt.of(pulse()), UcumUnit.PER_MINUTE, place(10), 1)
                .flag("irregular heartbeat", irregular(), place(12), 1)
                .flag("movement", movement(), place(12), 1)
                .number("TruRead index", truReadIndex(), place(12), 1);
    }

    private static int place(int dataIndex) {
        return UsbMessage.place(DATA + dataIndex);
    }
}
