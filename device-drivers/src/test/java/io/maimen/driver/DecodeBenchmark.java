package io.maimen.driver;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many frames of a fixed format a core decodes in a second, all their fields with their places. Run by {@code ./maimen
 * bench}; the goal is 1,000,000.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecodeBenchmark {
    private static final int FRAMES_OF_A_LINE = 100;

    /** A value that its transport keeps apart from others. */
    @State(Scope.Thread)
    public static class Frame {
        private static final Map<String, String> VALUES = Map.ofEntries(
                // flags; 125/80, mean 102; 2017-01-16 12:39:54; pulse 64; user 2; two status bits
                Map.entry("blood-pressure.measurement", "1E 7D00 5000 6600 E1070110 0C2736 4000 02 0500"),
                // flags; 72 per minute; two RR intervals
                Map.entry("heart-rate.measurement", "16 48 5503 6003"),
                // flags; 97 %, 72 per minute; measurement and device status
                Map.entry("pulse-oximeter.continuous", "0C 6100 4800 0001 000000"),
                // flags; 36.60 Celsius; a time; in the ear
                Map.entry("thermometer.measurement", "06 4C0E00FE E807011D 163A00 03"),
                // flags; 70 kg; a time; user 2
                Map.entry("weight-scale.measurement", "06 B036 E807011E 060000 02"),
                // flags; record 9; a time; 5.6 mmol/L in capillary plasma of a finger
                Map.entry("glucose.measurement", "06 0900 E807011E 060000 38D0 12"),
                Map.entry("contec.08a-record", "80 80 F6 D5 C8 E9 97 85 80 81 8D 89 80 91"),
                Map.entry("contec.cms50d-bt", "EB 01 04 46 62 7F 00 17"),
                Map.entry("omron.record-le", "65 58 54 1A 282C 8F07 0000 0000 0000 0000"),
                Map.entry("omron.record-be", "54 61 1A 48 6C28 078F 0000 0000 0000"),
                // 121/80, 61 per minute, 2024-06-15 14:30
                Map.entry("microlife.record", "79 50 3D 18 06 0F 0E 1E 00 00"),
                Map.entry("scale.medisana", "1D 961900FE DC49AB1F 6A1700FF 02 09 00000000"),
                // one lead and respiration, 16 and 72 per minute
                Map.entry("ads1292r.packet", "0AFA 0800 02 F6FF 0500 4800 1000 0B"),
                // ECG, respiration, plethysmogram, temperature, rates, constants
                Map.entry(
                        "healthypi-v4.packet", "0AFA 1400 02 88FF 2D00 40E20100 337EFEFF 420E 10 61 48 5078 00 00 0B"),
                // a counter; eight channels of 24 bits; acceleration
                Map.entry("openbci-cyton.packet", "A0 00 " + "0003E8".repeat(8) + "000000000000 C0"));

        @Param({
            "blood-pressure.measurement",
            "heart-rate.measurement",
            "pulse-oximeter.continuous",
            "thermometer.measurement",
            "weight-scale.measurement",
            "glucose.measurement",
            "contec.08a-record",
            "contec.cms50d-bt",
            "omron.record-le",
            "omron.record-be",
            "microlife.record",
            "scale.medisana",
            "ads1292r.packet",
            "healthypi-v4.packet",
            "openbci-cyton.packet"
        })
        private String format;

        private FrameDecoder decodes;
        private ByteBuffer bytes;

        /** Finds the decoder as everybody does, by its name. */
        @Setup
        public void find() {
            decodes = named(driver -> driver.frameDecoders().stream(), FrameDecoder::name, format);
            bytes = ByteBuffer.wrap(hex(VALUES.get(format)));
            requireRead(List.of(decodes.decode(bytes)), 1);
        }
    }

    /** A stream that the decoder itself has to cut into frames. */
    @State(Scope.Thread)
    public static class Line {
        private static final Map<String, String> FRAMES = Map.of(
                // 97 %, 72 per minute
                "nonin.format-8", "80 48 61 00",
                "bci.frame", "85 00 40 48 61");

        @Param({"nonin.format-8", "bci.frame"})
        private String format;

        private StreamDecoder.Reading reading;
        private ByteBuffer bytes;

        /** Finds the decoder and makes a line of frames. */
        @Setup
        public void find() {
            reading = named(driver -> driver.streamDecoders().stream(), StreamDecoder::name, format)
                    .open();
            bytes = ByteBuffer.wrap(hex(FRAMES.get(format).repeat(FRAMES_OF_A_LINE)));
            reading.read(bytes.duplicate());
            requireRead(reading.read(bytes.duplicate()), FRAMES_OF_A_LINE);
        }
    }

    /** One frame. */
    @Benchmark
    public Decoded<DecodedFrame> frame(Frame frame) {
        return frame.decodes.decode(frame.bytes);
    }

    /** A line of frames. */
    @Benchmark
    @OperationsPerInvocation(FRAMES_OF_A_LINE)
    public List<Decoded<DecodedFrame>> line(Line line) {
        return line.reading.read(line.bytes.duplicate());
    }

    private static <D> D named(Function<DeviceDriver, Stream<D>> decoders, Function<D, String> name, String wanted) {
        return DriverCatalogue.installed().drivers().stream()
                .flatMap(decoders)
                .filter(decoder -> name.apply(decoder).equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    /** A refused frame is quick, and no measure. */
    private static void requireRead(List<Decoded<DecodedFrame>> frames, int expected) {
        long read = frames.stream().filter(Decoded.Frame.class::isInstance).count();
        if (read != expected) {
            throw new IllegalStateException("so many frames must be read: " + expected + " but was " + frames);
        }
    }
}
