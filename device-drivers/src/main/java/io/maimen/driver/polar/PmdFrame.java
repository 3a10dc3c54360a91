package io.maimen.driver.polar;

import io.maimen.driver.Decoded;
import io.maimen.observation.Samples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A notification of measurement data (FB005C82). Immutable.
 *
 * <p>Source: Polar Measurement Data specification, "Data frames": type u8, time u64, frame type u8 (bit 7: delta-compressed),
 * samples; all little-endian.
 *
 * @param timeNs nanoseconds since 2000-01-01 by the sensor's clock, unsigned, of the <em>last</em> sample
 * @param frameType 0 to 127
 */
record PmdFrame(MeasurementType type, long timeNs, int frameType, boolean compressed, Content content) {
    static final int HEADER = 10;
    /** The longest value of any characteristic (Bluetooth Core, volume 3, part F, 3.2.9). */
    static final int LONGEST = 512;

    static final int TIME = 1;
    static final int FRAME_TYPE = 9;

    private static final int COMPRESSED = 0x80;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long EPOCH_SECONDS =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    /** What was measured. */
    sealed interface Content {
        /**
         * A lead of the ECG.
         *
         * @param microVolts signed, one a sample
         */
        record Ecg(Samples microVolts) implements Content {}

        /**
         * Three axes, equally long.
         *
         * @param inMilliG false where the numbers are counts, to be multiplied by the factor of the settings
         */
        record Acceleration(List<Samples> axes, boolean inMilliG) implements Content {
            public Acceleration {
                axes = List.copyOf(axes);
            }
        }

        /** Beats as the optical sensors tell them apart. */
        record Beats(List<PulseInterval> intervals) implements Content {
            public Beats {
                intervals = List.copyOf(intervals);
            }
        }
    }

    /** The frame, or why not: too short, of a type that nobody here reads, or with a sample cut short. */
    static Decoded<PmdFrame> read(ByteBuffer bytes) {
        ByteBuffer in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (in.limit() < HEADER || in.limit() > LONGEST) {
            return Decoded.refused("PMD-001", in.limit(), "frame must be 10 to 512 bytes but was " + in.limit());
        }
        int number = Byte.toUnsignedInt(in.get(0));
        int frameByte = Byte.toUnsignedInt(in.get(FRAME_TYPE));
        int frameType = frameByte & ~COMPRESSED;
        boolean compressed = (frameByte & COMPRESSED) != 0;
        Optional<MeasurementType> type = MeasurementType.of(number);
        Optional<SampleFormat> format = type.flatMap(found -> SampleFormat.of(found, frameType, compressed));
        if (format.isEmpty()) {
            return Decoded.refused(
                    "PMD-002",
                    FRAME_TYPE,
                    String.format("frame type must be one that is known of type %d but was %02X", number, frameByte));
        }
        ByteBuffer samples = in.slice(HEADER, in.limit() - HEADER).order(ByteOrder.LITTLE_ENDIAN);
        return format.get()
                .read(samples)
                .<Decoded<PmdFrame>>map(content ->
                        new Decoded.Frame<>(new PmdFrame(type.get(), in.getLong(TIME), frameType, compressed, content)))
                .orElseGet(() -> Decoded.refused(
                        "PMD-003", in.limit(), "samples must end where the frame ends but the last one is cut short"));
    }

    /** The time of the last sample as an instant by the sensor's clock. */
    Instant time() {
        return Instant.ofEpochSecond(
                EPOCH_SECONDS + Long.divideUnsigned(timeNs, NANOS_PER_SECOND),
                Long.remainderUnsigned(timeNs, NANOS_PER_SECOND));
    }
}
