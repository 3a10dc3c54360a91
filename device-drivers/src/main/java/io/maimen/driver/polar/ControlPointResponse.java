package io.maimen.driver.polar;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.FieldList;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a sensor indicates on its control point (FB005C81). Immutable.
 *
 * <p>Source: Polar Measurement Data specification, "Control point".
 */
sealed interface ControlPointResponse {
    /**
     * The answer to a command.
     *
     * @param operation the command's number
     * @param measurement the type's number
     * @param more another indication continues {@code parameters}; only a success has any
     */
    record Answer(int operation, int measurement, ResponseStatus status, boolean more, Bytes parameters)
            implements ControlPointResponse {}

    /**
     * The sensor stopped measuring by itself.
     *
     * @param measurements the numbers of their types
     */
    record Stopped(List<Integer> measurements) implements ControlPointResponse {
        public Stopped {
            measurements = List.copyOf(measurements);
        }
    }

    int ANSWER = 0xF0;
    int ONLINE_MEASUREMENT_STOPPED = 1;
    int SHORTEST_ANSWER = 4;
    int MORE = 4;
    int PARAMETERS = 5;

    /** What was indicated, or why that cannot be said. */
    static Decoded<ControlPointResponse> read(ByteBuffer bytes) {
        ByteBuffer in = bytes.slice();
        int kind = in.hasRemaining() ? Byte.toUnsignedInt(in.get(0)) : -1;
        if (kind == ONLINE_MEASUREMENT_STOPPED) {
            return new Decoded.Frame<>(new Stopped(IntStream.range(1, in.limit())
                    .mapToObj(at -> Byte.toUnsignedInt(in.get(at)))
                    .toList()));
        }
        if (kind != ANSWER) {
            return Decoded.refused("PMD-006", 0, "indication must begin with F0 or 01 but did not");
        }
        if (in.limit() < SHORTEST_ANSWER) {
            return Decoded.refused("PMD-004", in.limit(), "answer must be 4 bytes or more but was " + in.limit());
        }
        ResponseStatus status = new ResponseStatus(Byte.toUnsignedInt(in.get(3)));
        boolean success = status.isSuccess();
        byte[] parameters = new byte[success ? Math.max(0, in.limit() - PARAMETERS) : 0];
        if (parameters.length > 0) {
            in.get(PARAMETERS, parameters);
        }
        return new Decoded.Frame<>(new Answer(
                Byte.toUnsignedInt(in.get(1)),
                Byte.toUnsignedInt(in.get(2)),
                status,
                success && in.limit() > MORE && in.get(MORE) != 0,
                Bytes.of(parameters)));
    }

    /** What it says, field by field. */
    static List<FrameField> fields(ControlPointResponse response) {
        FieldList fields = new FieldList();
        if (response instanceof Stopped stopped) {
            fields.text("kind", "online measurement stopped", 0, 1);
            for (int i = 0; i < stopped.measurements().size(); i++) {
                fields.text(
                        "measurement",
                        MeasurementType.word(stopped.measurements().get(i)),
                        1 + i,
                        1);
            }
        } else if (response instanceof Answer answer) {
            int parameters = answer.parameters().size();
            fields.text("kind", "response", 0, 1)
                    .number("operation", answer.operation(), 1, 1)
                    .text("measurement", MeasurementType.word(answer.measurement()), 2, 1)
                    .text("status", answer.status().word(), 3, 1)
                    .flag("more", answer.more(), parameters > 0 ? MORE : SHORTEST_ANSWER - 1, 1)
                    .text("parameters", answer.parameters().hex(), SHORTEST_ANSWER - 1, 0);
        }
        return fields.fields();
    }
}
