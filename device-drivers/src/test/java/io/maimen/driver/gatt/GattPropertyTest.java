package io.maimen.driver.gatt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.FrameField;
import io.maimen.observation.NumericValue;
import io.maimen.observation.code.UcumUnit;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every decoder of these services. */
class GattPropertyTest {
    private static final List<DeviceDriver> DRIVERS = List.of(
            new BloodPressureDriver(),
            new HeartRateDriver(),
            new ThermometerDriver(),
            new PulseOximeterDriver(),
            new WeightScaleDriver(),
            new GlucoseMeterDriver(),
            new GlucoseMonitorDriver());

    @Provide
    Arbitrary<FrameDecoder> decoders() {
        return Arbitraries.of(DRIVERS.stream()
                .flatMap(driver -> driver.frameDecoders().stream())
                .toList());
    }

    @Property
    void noInputThrowsAndEveryFieldLiesWithinTheBytes(
            @ForAll("decoders") FrameDecoder decoder, @ForAll @Size(max = 64) byte[] bytes) {
        Decoded<DecodedFrame> decoded = decoder.decode(ByteBuffer.wrap(bytes));
        fields(decoded).forEach(field -> assertTrue(field.offset() + field.length() <= bytes.length, field::toString));
    }

    @Property
    void whatIsReadWholeIsReadAlikeWhereverItLies(
            @ForAll("decoders") FrameDecoder decoder, @ForAll @Size(max = 32) byte[] bytes) {
        ByteBuffer within = ByteBuffer.allocate(bytes.length + 2).put(1, bytes).position(1);
        assertEquals(
                decoder.decode(ByteBuffer.wrap(bytes)),
                decoder.decode(within.limit(bytes.length + 1)),
                "a decoder reads from position to limit");
    }

    private static Stream<FrameField> fields(Decoded<DecodedFrame> decoded) {
        return decoded instanceof Decoded.Frame<DecodedFrame> frame ? frame.frame().fields().stream() : Stream.empty();
    }

    @ParameterizedTest
    @CsvSource({
        "007FFFFF, NaN",
        "00800000, NRes",
        "007FFFFE, +INFINITY",
        "00800002, -INFINITY",
        "00800001, reserved",
        "FE000EB0, 37.60",
        "04010203, 660510000",
        "FFFFFFFF, -0.1"
    })
    void aFloatIsItsDigitsOrItsReservedWord(String word, String text) {
        MedicalFloat number = new MedicalFloat(Integer.parseUnsignedInt(word, 16));
        assertEquals(text, number.text());
        assertEquals(
                Character.isDigit(text.charAt(text.length() - 1)), number.in(UcumUnit.CELSIUS) instanceof NumericValue);
    }
}
