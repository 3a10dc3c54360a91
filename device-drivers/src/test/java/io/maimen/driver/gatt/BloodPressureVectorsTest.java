package io.maimen.driver.gatt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import io.maimen.driver.Decoded;
import io.maimen.driver.Vectors;
import io.maimen.driver.Vectors.Vector;
import io.maimen.observation.MeasurementStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Bytes of real cuffs, where the collection of public vectors lies beside the repository. */
class BloodPressureVectorsTest {
    private static final Map<MeasurementStatus, String> STATUS_NAMES = Map.of(
            MeasurementStatus.BODY_MOVEMENT, "body_movement",
            MeasurementStatus.CUFF_LOOSE, "cuff_too_loose",
            MeasurementStatus.IRREGULAR_PULSE, "irregular_pulse",
            MeasurementStatus.IMPROPER_POSITION, "improper_position");

    @TestFactory
    Stream<DynamicTest> bytesOfRealCuffsAreReadAsTheirSourcesSay() throws IOException {
        return Vectors.of("ble.bps", 11, BloodPressureVectorsTest::check);
    }

    private static void check(Vector vector) {
        JsonNode expect = vector.expect();
        boolean peculiar = vector.family().endsWith("beurer");
        BloodPressureDecoder decoder =
                new BloodPressureDecoder(peculiar ? CuffLayout.BEURER_BM85 : CuffLayout.STANDARD);
        Decoded<BloodPressureDecoder.Reading> decoded =
                decoder.read(vector.bytes().asBuffer());
        if (expect.has("error")) {
            assertInstanceOf(Decoded.Refused.class, decoded);
            return;
        }
        BloodPressureMeasurement read =
                ((Decoded.Frame<BloodPressureDecoder.Reading>) decoded).frame().measurement();
        assertEquals(
                expect.path("unit").asText().equals("kPa") ? "kPa" : "mm[Hg]",
                read.unit().code());
        checkNumber(expect.path("systolic"), Optional.of(read.systolic()));
        checkNumber(expect.path("diastolic"), Optional.of(read.diastolic()));
        if (!peculiar) {
            checkNumber(expect.path("map"), read.mean());
        }
        checkNumber(expect.path("pulse_rate_bpm"), read.pulse());
        assertEquals(Optional.of(expect.path("user_id")).filter(JsonNode::isInt).map(JsonNode::asInt), read.user());
        assertEquals(expect.path("status_raw").asInt(0), read.status());
        checkStatus(expect.path("status"), read);
        checkTime(expect.path("timestamp"), read.time());
    }

    private static void checkNumber(JsonNode expected, Optional<Sfloat> read) {
        if (expected.isNull()) {
            assertEquals(Optional.empty(), read);
        } else if (expected.isNumber()) {
            assertEquals(
                    0,
                    expected.decimalValue()
                            .compareTo(new BigDecimal(read.orElseThrow().text())),
                    read::toString);
        } else {
            assertEquals(expected.asText(), read.orElseThrow().text());
        }
    }

    private static void checkStatus(JsonNode expected, BloodPressureMeasurement read) {
        Set<String> names = new TreeSet<>();
        expected.forEach(name -> names.add(name.asText()));
        Set<String> found = new TreeSet<>();
        read.doubts().stream().filter(STATUS_NAMES::containsKey).forEach(status -> found.add(STATUS_NAMES.get(status)));
        assertEquals(names, found);
    }

    private static void checkTime(JsonNode expected, Optional<DateTime> read) {
        if (expected.isTextual()) {
            assertEquals(expected.asText(), read.orElseThrow().toString().replace(' ', 'T'));
        } else if (expected.isObject()) {
            assertEquals(
                    new DateTime(
                            expected.path("year").asInt(0),
                            expected.path("month").asInt(),
                            expected.path("day").asInt(),
                            expected.path("hour").asInt(),
                            expected.path("minute").asInt(),
                            expected.path("second").asInt()),
                    read.orElseThrow());
        } else {
            assertEquals(Optional.empty(), read);
        }
    }
}
