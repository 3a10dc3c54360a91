package io.maimen.driver.polar;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.FieldList;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import java.nio.ByteBuffer;
import java.util.List;

/** What is written to a control point: {operation u8, measurement type u8, settings}. Source: as {@link Settings}. */
final class ControlPointCommand {
    static final int GET_SETTINGS = 1;
    static final int START = 2;
    static final int STOP = 3;

    private static final int HEADER = 2;
    private static final List<String> OPERATIONS = List.of(
            "operation 0",
            "get settings",
            "start",
            "stop",
            "get SDK mode settings",
            "get measurement status",
            "get SDK mode status");

    private ControlPointCommand() {}

    /** Asks what can be chosen for a measurement. */
    static Bytes getSettings(MeasurementType type) {
        return Bytes.of((byte) GET_SETTINGS, type.number());
    }

    /** Starts the ECG at a rate and a resolution the sensor offers. */
    static Bytes startEcg(int rateHz, int resolutionBits) {
        return Bytes.of(
                (byte) START,
                MeasurementType.ECG.number(),
                Setting.SAMPLE_RATE.number(),
                (byte) 1,
                (byte) rateHz,
                (byte) (rateHz >> Byte.SIZE),
                Setting.RESOLUTION.number(),
                (byte) 1,
                (byte) resolutionBits,
                (byte) (resolutionBits >> Byte.SIZE));
    }

    static Bytes stop(MeasurementType type) {
        return Bytes.of((byte) STOP, type.number());
    }

    /** What a command says, field by field. */
    static Decoded<List<FrameField>> read(ByteBuffer bytes) {
        ByteBuffer in = bytes.slice();
        if (in.limit() < HEADER) {
            return Decoded.refused("PMD-004", in.limit(), "command must be 2 bytes or more but was " + in.limit());
        }
        int operation = Byte.toUnsignedInt(in.get(0));
        FieldList fields = new FieldList()
                .text(
                        "operation",
                        operation < OPERATIONS.size() ? OPERATIONS.get(operation) : "operation " + operation,
                        0,
                        1)
                .text("measurement", MeasurementType.word(in.get(1)), 1, 1);
        Decoded<Settings> settings = Settings.read(in, HEADER);
        if (settings instanceof Decoded.Refused<Settings> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        ((Decoded.Frame<Settings>) settings).frame().fields().forEach(fields::add);
        return new Decoded.Frame<>(fields.fields());
    }
}
