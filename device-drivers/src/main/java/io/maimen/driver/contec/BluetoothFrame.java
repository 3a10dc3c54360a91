package io.maimen.driver.contec;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.Checksum;
import io.maimen.driver.frame.FieldList;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.observation.FrameField;
import io.maimen.observation.code.UcumUnit;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalInt;

/** A notification of the CMS50D-BT: EB, kind, values, and the low byte of the sum of all before. Immutable. */
sealed interface BluetoothFrame {
    MessageDecoder<BluetoothFrame> DECODER =
            new MessageDecoder<>("contec.cms50d-bt", BluetoothFrame::read, BluetoothFrame::fields);
    int START = 0xEB;
    int WAVEFORM_LENGTH = 6;
    int VALUES_LENGTH = 8;

    /** Saturation and pulse rate, with two bytes whose meaning nobody outside the maker knows. */
    record Values(int status, int pulseRate, int saturation, int byte5, int byte6) implements BluetoothFrame {
        @Override
        public List<FrameField> fields() {
            return new FieldList()
                    .text("kind", "SpO2 PR", 1, 1)
                    .number("status", status, 2, 1)
                    .number("pulse rate", OptionalInt.of(pulseRate), UcumUnit.PER_MINUTE, 3, 1)
                    .number("SpO2", OptionalInt.of(saturation), UcumUnit.PERCENT, 4, 1)
                    .number("byte 5", byte5, 5, 1)
                    .number("byte 6", byte6, 6, 1)
                    .fields();
        }
    }

    /** A point of the pleth. */
    record Waveform(int status, int pleth, int bar) implements BluetoothFrame {
        @Override
        public List<FrameField> fields() {
            return new FieldList()
                    .text("kind", "waveform", 1, 1)
                    .number("status", status, 2, 1)
                    .number("pleth", pleth, 3, 1)
                    .number("bar", bar, 4, 1)
                    .fields();
        }
    }

    /** Its fields. */
    List<FrameField> fields();

    /** The notification these bytes are. */
    static Decoded<BluetoothFrame> read(ByteBuffer bytes) {
        if (bytes.limit() < 2 || Byte.toUnsignedInt(bytes.get(0)) != START) {
            return Decoded.refused("OXI-001", 0, "notification must begin with EB and its kind");
        }
        int kind = Byte.toUnsignedInt(bytes.get(1));
        int length = kind == 0 ? WAVEFORM_LENGTH : VALUES_LENGTH;
        if (kind > 1) {
            return Decoded.refused("OXI-008", 1, "kind must be 0 or 1 but was " + kind);
        }
        if (bytes.limit() != length) {
            return Decoded.refused(
                    "OXI-002", bytes.limit(), "notification must be " + length + " bytes but was " + bytes.limit());
        }
        int expected = Checksum.sumModulo256(bytes.slice(0, length - 1));
        int actual = Byte.toUnsignedInt(bytes.get(length - 1));
        if (expected != actual) {
            return Decoded.refused("OXI-004", length - 1, "checksum must be " + expected + " but was " + actual);
        }
        return new Decoded.Frame<>(
                kind == 0
                        ? new Waveform(at(bytes, 2), at(bytes, 3), at(bytes, 4))
                        : new Values(at(bytes, 2), at(bytes, 3), at(bytes, 4), at(bytes, 5), at(bytes, 6)));
    }

    private static int at(ByteBuffer bytes, int index) {
        return Byte.toUnsignedInt(bytes.get(index));
    }
}
