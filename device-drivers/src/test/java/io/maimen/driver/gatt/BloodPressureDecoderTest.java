package io.maimen.driver.gatt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.code.UcumUnit;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BloodPressureDecoderTest {
    private static final BloodPressureDecoder STANDARD = new BloodPressureDecoder(CuffLayout.STANDARD);

    /** All that a cuff can say, byte by byte. */
    private static final String EVERYTHING = "1E" // flags: mmHg, time stamp, pulse, user ID, status
            + "7D00" //                              systolic 125
            + "5000" //                              diastolic 80
            + "6600" //                              mean 102
            + "E107 01 10 0C 27 36" //               2017-01-16 12:39:54
            + "4000" //                              pulse 64
            + "02" //                                user 2
            + "0500"; //                             body movement, irregular pulse

    @Test
    void everyFieldHasItsPlaceInTheBytes() {
        assertEquals(
                List.of(
                        new FrameField("flags", "1E", "", 0, 1),
                        new FrameField("systolic", "125", "mm[Hg]", 1, 2),
                        new FrameField("diastolic", "80", "mm[Hg]", 3, 2),
                        new FrameField("mean arterial pressure", "102", "mm[Hg]", 5, 2),
                        new FrameField("time stamp", "2017-01-16 12:39:54", "", 7, 7),
                        new FrameField("pulse rate", "64", "/min", 14, 2),
                        new FrameField("user ID", "2", "", 16, 1),
                        new FrameField("measurement status flag", "body movement", "", 17, 2),
                        new FrameField("measurement status flag", "irregular pulse", "", 17, 2),
                        new FrameField("pulse rate range", "within", "", 17, 2),
                        new FrameField("measurement status", "0005", "", 17, 2)),
                read(EVERYTHING).fields());
    }

    @Test
    void everythingACuffCanSayIsRead() {
        BloodPressureMeasurement measured = read(EVERYTHING).measurement();
        assertEquals(
                new BloodPressureMeasurement(
                        UcumUnit.MILLIMETRE_OF_MERCURY,
                        new Sfloat(125),
                        new Sfloat(80),
                        Optional.of(new Sfloat(102)),
                        Optional.of(new DateTime(2017, 1, 16, 12, 39, 54)),
                        Optional.of(new Sfloat(64)),
                        Optional.of(2),
                        5),
                measured);
        assertEquals(Set.of(MeasurementStatus.BODY_MOVEMENT, MeasurementStatus.IRREGULAR_PULSE), measured.doubts());
    }

    /** 32 combinations of the five flags; each is read whole and refused when its last byte is missing. */
    @Property
    void everyCombinationOfFlagsIsReadAndNeedsItsLength(@ForAll @IntRange(max = 31) int flags) {
        CuffBytes cuff = new CuffBytes();
        cuff.kilopascal = (flags & 1) != 0;
        cuff.time = cuff.time.filter(there -> (flags & 2) != 0);
        cuff.pulse = cuff.pulse.filter(there -> (flags & 4) != 0);
        cuff.user = cuff.user.filter(there -> (flags & 8) != 0);
        cuff.status = Optional.of("2000").filter(there -> (flags & 16) != 0);
        byte[] bytes = cuff.bytes().toArray();
        BloodPressureMeasurement measured = read(STANDARD, bytes).measurement();
        assertEquals(cuff.kilopascal ? UcumUnit.KILOPASCAL : UcumUnit.MILLIMETRE_OF_MERCURY, measured.unit());
        assertEquals(cuff.time.map(there -> new DateTime(2017, 1, 16, 12, 39, 54)), measured.time());
        assertEquals(cuff.pulse.map(there -> new Sfloat(64)), measured.pulse());
        assertEquals(cuff.user.map(there -> 2), measured.user());
        assertEquals(
                cuff.status.isPresent() ? Set.of(MeasurementStatus.IMPROPER_POSITION) : Set.of(), measured.doubts());
        for (int length = 0; length < bytes.length; length++) {
            assertEquals("GATT-001", refused(ByteBuffer.wrap(bytes, 0, length)).code());
        }
    }

    @Test
    void moreBytesThanTheFlagsDemandAreKeptAndIgnored() {
        CuffBytes longer = new CuffBytes();
        longer.trailing = "ABCD";
        List<FrameField> fields = read(STANDARD, longer.bytes().toArray()).fields();
        assertEquals(new FrameField("trailing bytes", "2", "", 19, 2), fields.get(fields.size() - 1));
    }

    @ParameterizedTest
    @CsvSource({"01, BODY_MOVEMENT", "02, CUFF_LOOSE", "04, IRREGULAR_PULSE", "20, IMPROPER_POSITION"})
    void eachStatusBitIsADoubtOfItsOwn(String bit, MeasurementStatus doubt) {
        CuffBytes doubted = new CuffBytes();
        doubted.status = Optional.of(bit + "00");
        assertEquals(
                Set.of(doubt),
                read(STANDARD, doubted.bytes().toArray()).measurement().doubts());
    }

    @Test
    void pulseRangeAndReservedBitsAreNoDoubt() {
        CuffBytes ranged = new CuffBytes();
        ranged.status = Optional.of("D8FF");
        assertEquals(
                Set.of(), read(STANDARD, ranged.bytes().toArray()).measurement().doubts());
    }

    /** As captured from a cuff that showed an error: NaN in every number, and yet status 0. */
    @Test
    void aFailedMeasurementIsSeenInItsPressuresNotInItsStatus() {
        BloodPressureMeasurement failed =
                read("16 FF07 FF07 FF07 E107010E162C04 FF07 0000").measurement();
        assertTrue(failed.failed());
        assertEquals(Set.of(MeasurementStatus.QUESTIONABLE), failed.doubts());
    }

    @Test
    void aModelWithItsOwnMindIsReadInItsOwnWay() {
        BloodPressureDecoder beurer = new BloodPressureDecoder(CuffLayout.ofModel("BM85"));
        BloodPressureMeasurement measured = read(
                        beurer,
                        CuffBytes.hex(
                                "56" // flags: time, pulse, status, a reserved bit; the user ID's bit is clear
                                        + "7100 4900 0000" // 113 / 73, mean 0: it computes none
                                        + "EA07 08 0B 14 38 00"
                                        + "0041" //  pulse 65, big-endian
                                        + "01" //    user 1, without its flag
                                        + "0004")) // irregular pulse, big-endian
                .measurement();
        assertEquals(Optional.empty(), measured.mean());
        assertEquals(Optional.of(new Sfloat(65)), measured.pulse());
        assertEquals(Optional.of(1), measured.user());
        assertEquals(Set.of(MeasurementStatus.IRREGULAR_PULSE), measured.doubts());
    }

    @Property(tries = 300)
    void anyBytesAreReadOrRefusedAndNothingIsThrown(@ForAll @Size(max = 24) byte[] bytes) {
        for (CuffLayout layout : CuffLayout.values()) {
            new BloodPressureDecoder(layout).decode(ByteBuffer.wrap(bytes));
        }
    }

    private static BloodPressureDecoder.Reading read(String hex) {
        return read(STANDARD, CuffBytes.hex(hex));
    }

    private static BloodPressureDecoder.Reading read(BloodPressureDecoder decoder, byte[] bytes) {
        if (decoder.read(Bytes.of(bytes).asBuffer()) instanceof Decoded.Frame<BloodPressureDecoder.Reading> reading) {
            return reading.frame();
        }
        throw new AssertionError("the bytes must be a measurement");
    }

    private static DecodeError refused(ByteBuffer bytes) {
        return ((Decoded.Refused<?>) assertInstanceOf(Decoded.Refused.class, STANDARD.decode(bytes))).error();
    }
}
