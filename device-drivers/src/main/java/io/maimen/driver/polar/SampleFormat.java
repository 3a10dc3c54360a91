package io.maimen.driver.polar;

import io.maimen.driver.polar.PmdFrame.Content;
import io.maimen.observation.Samples;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the samples of one frame type: all of them, or nothing where the last is cut short. Stateless. */
@FunctionalInterface
interface SampleFormat {
    int AXES = 3;
    int MICROVOLT_BYTES = 3;
    int HIGHEST_RAW_ACCELERATION = 2;
    int HIGHEST_COMPRESSED_ACCELERATION = 1;

    /**
     * The samples, or nothing.
     *
     * @param littleEndian the samples alone, from 0 to the limit
     */
    Optional<Content> read(ByteBuffer littleEndian);

    /** The format of that frame type; empty for one that the sensors' document does not describe. */
    static Optional<SampleFormat> of(MeasurementType type, int frameType, boolean compressed) {
        if (compressed) {
            return type == MeasurementType.ACC && frameType <= HIGHEST_COMPRESSED_ACCELERATION
                    ? Optional.of(SampleFormat::deltas)
                    : Optional.empty();
        }
        return switch (type) {
            case ECG -> frameType == 0 ? Optional.of(SampleFormat::ecg) : Optional.empty();
            case ACC ->
                frameType <= HIGHEST_RAW_ACCELERATION
                        ? Optional.of(in -> acceleration(in, frameType + 1))
                        : Optional.empty();
            case PPI -> frameType == 0 ? Optional.of(SampleFormat::intervals) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Content> ecg(ByteBuffer in) {
        return in.limit() % MICROVOLT_BYTES == 0
                ? Optional.of(new Content.Ecg(column(in, 0, MICROVOLT_BYTES, MICROVOLT_BYTES)))
                : Optional.empty();
    }

    private static Optional<Content> acceleration(ByteBuffer in, int width) {
        int stride = AXES * width;
        return in.limit() % stride == 0
                ? Optional.of(new Content.Acceleration(
                        IntStream.range(0, AXES)
                                .mapToObj(axis -> column(in, axis * width, stride, width))
                                .toList(),
                        true))
                : Optional.empty();
    }

    private static Optional<Content> deltas(ByteBuffer in) {
        return DeltaSamples.read(in, AXES, Short.BYTES).map(axes -> new Content.Acceleration(axes, false));
    }

    private static Optional<Content> intervals(ByteBuffer in) {
        if (in.limit() % PulseInterval.LENGTH != 0) {
            return Optional.empty();
        }
        List<PulseInterval> intervals = new ArrayList<>();
        for (int at = 0; at < in.limit(); at += PulseInterval.LENGTH) {
            intervals.add(PulseInterval.at(at, in));
        }
        return Optional.of(new Content.Beats(intervals));
    }

    private static Samples column(ByteBuffer in, int first, int stride, int width) {
        int[] values = new int[in.limit() / stride];
        for (int i = 0; i < values.length; i++) {
            values[i] = signed(in, first + i * stride, width);
        }
        return Samples.of(values);
    }

    /** A signed little-endian number of {@code width} bytes, 1 to 3. */
    static int signed(ByteBuffer in, int offset, int width) {
        int value = in.get(offset + width - 1);
        for (int i = width - 2; i >= 0; i--) {
            value = (value << Byte.SIZE) | Byte.toUnsignedInt(in.get(offset + i));
        }
        return value;
    }
}
