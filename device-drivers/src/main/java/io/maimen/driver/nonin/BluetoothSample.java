package io.maimen.driver.nonin;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.FieldList;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.observation.FrameField;
import io.maimen.observation.code.UcumUnit;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalInt;

/**
 * What an oximeter notifies once a second over Nonin's own Bluetooth LE service. Only the places of counter, saturation and
 * pulse rate are known to us; the status bytes between them are kept and not read. Immutable.
 *
 * @param counter 0 to 65535
 * @param saturation in percent; empty for 127
 * @param rate per minute; empty for 511
 */
record BluetoothSample(int counter, OptionalInt saturation, OptionalInt rate) {
    static final MessageDecoder<BluetoothSample> DECODER =
            new MessageDecoder<>("nonin.bluetooth", BluetoothSample::read, BluetoothSample::fields);

    private static final int COUNTER_AT = 5;
    private static final int SATURATION_AT = 7;
    private static final int RATE_AT = 8;
    private static final int LENGTH = 10;
    private static final int MISSING_SATURATION = 127;
    private static final int MISSING_RATE = 511;

    static Decoded<BluetoothSample> read(ByteBuffer bytes) {
        if (bytes.limit() < LENGTH) {
            return Decoded.refused(
                    "OXI-002", bytes.limit(), "sample must be " + LENGTH + " bytes or more but was " + bytes.limit());
        }
        return new Decoded.Frame<>(new BluetoothSample(
                Short.toUnsignedInt(bytes.getShort(COUNTER_AT)),
                unless(MISSING_SATURATION, Byte.toUnsignedInt(bytes.get(SATURATION_AT))),
                unless(MISSING_RATE, Short.toUnsignedInt(bytes.getShort(RATE_AT)))));
    }

    private static OptionalInt unless(int missing, int value) {
        return value == missing ? OptionalInt.empty() : OptionalInt.of(value);
    }

    List<FrameField> fields() {
        return new FieldList()
                .number("counter", counter, COUNTER_AT, Short.BYTES)
                .number("SpO2", saturation, UcumUnit.PERCENT, SATURATION_AT, 1)
                .number("pulse rate", rate, UcumUnit.PER_MINUTE, RATE_AT, Short.BYTES)
                .fields();
    }
}
