package io.maimen.driver;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
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
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecodeBenchmark {
    private static final Map<String, String> FRAMES = Map.of(
            // flags; 125/80, mean 102; 2017-01-16 12:39:54; pulse 64; user 2; two status bits
            "blood-pressure.measurement", "1E 7D00 5000 6600 E1070110 0C2736 4000 02 0500",
            // flags; 72 per minute; two RR intervals
            "heart-rate.measurement", "16 48 5503 6003",
            // flags; 97 %, 72 per minute; measurement and device status
            "pulse-oximeter.continuous", "0C 6100 4800 0001 000000",
            // flags; 36.60 Celsius; a time; in the ear
            "thermometer.measurement", "06 4C0E00FE E807011D 163A00 03",
            // flags; 70 kg; a time; user 2
            "weight-scale.measurement", "06 B036 E807011E 060000 02");

    @Param({
        "blood-pressure.measurement",
        "heart-rate.measurement",
        "pulse-oximeter.continuous",
        "thermometer.measurement",
        "weight-scale.measurement"
    })
    private String decoder;

    private FrameDecoder decodes;
    private ByteBuffer frame;

    /** Finds the decoder as everybody does, by its name. */
    @Setup
    public void find() {
        decodes = DriverCatalogue.installed().drivers().stream()
                .flatMap(driver -> driver.frameDecoders().stream())
                .filter(one -> one.name().equals(decoder))
                .findFirst()
                .orElseThrow();
        frame = ByteBuffer.wrap(HexFormat.of().parseHex(FRAMES.get(decoder).replace(" ", "")));
    }

    /** One frame. */
    @Benchmark
    public Decoded<DecodedFrame> decode() {
        return decodes.decode(frame);
    }
}
