package io.maimen.driver.protocentral;

import static io.maimen.driver.waveform.Line.joined;
import static io.maimen.driver.waveform.Line.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.waveform.Line;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.SampleGap;
import io.maimen.observation.SampledValue;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProtocentralTest {
    private static final AbsentValue NONE = new AbsentValue(DataAbsentReason.TEMPORARILY_UNKNOWN);

    @Test
    void twoSecondsAreABlockOfLeadOne() {
        Line line = healthyPi().receive(repeated(packet("61", "48", "00"), 250), 100);
        Observation block = line.waveforms().get(0);
        SampledValue value = value(block);
        assertEquals(Nomenclature.ECG_LEAD_I, block.type());
        assertEquals(250, value.samples().size());
        assertEquals(-120, value.samples().get(0));
        assertEquals(new BigDecimal("0.012309"), value.scale());
        assertEquals(Set.of(), block.statuses());
    }

    @Test
    void whatTheBoardComputesIsToldOnceABlockAndNeverABloodPressure() {
        List<Observation> observations = healthyPi()
                .receive(repeated(packet("61", "48", "00"), 250), 100)
                .observations();
        assertEquals(number("97", UcumUnit.PERCENT), of(observations, Nomenclature.OXYGEN_SATURATION));
        assertEquals(number("72", UcumUnit.PER_MINUTE), of(observations, Nomenclature.HEART_RATE));
        assertEquals(number("16", UcumUnit.PER_MINUTE), of(observations, Nomenclature.RESPIRATION_RATE));
        assertEquals(number("36.50", UcumUnit.CELSIUS), of(observations, Nomenclature.BODY_TEMPERATURE));
        assertEquals(5, observations.size(), "one lead and four numbers, no pressure");
    }

    @Test
    void anElectrodeThatIsOffIsAGapAndNoHeartRate() {
        Line line = healthyPi()
                .receive(joined(repeated(packet("61", "48", "00"), 200), repeated(packet("61", "48", "01"), 50)), 64);
        Observation block = line.waveforms().get(0);
        assertEquals(List.of(new SampleGap(200, 50)), value(block).gaps());
        assertEquals(Set.of(MeasurementStatus.LEAD_OFF), block.statuses());
        assertEquals(NONE, of(line.observations(), Nomenclature.HEART_RATE));
    }

    @Test
    void theWordsForNoneAreReasonsAndNoNumbers() {
        for (String none : List.of("00", "19", "FF")) {
            Line line = healthyPi().receive(repeated(packet(none, "00", "00"), 250), 64);
            assertEquals(NONE, of(line.observations(), Nomenclature.OXYGEN_SATURATION));
            assertEquals(NONE, of(line.observations(), Nomenclature.HEART_RATE));
        }
        Line noFinger = healthyPi().receive(repeated(packet("61", "48", "02"), 250), 64);
        assertEquals(NONE, of(noFinger.observations(), Nomenclature.OXYGEN_SATURATION));
        assertEquals(number("72", UcumUnit.PER_MINUTE), of(noFinger.observations(), Nomenclature.HEART_RATE));
    }

    @Test
    void damagedBytesBeginANewStreamBecauseNobodyKnowsHowManySamplesTheyWere() {
        byte[] cut = packet("61", "48", "00");
        cut[26] = 0x55;
        Line line = healthyPi()
                .receive(joined(repeated(packet("61", "48", "00"), 5), cut, repeated(packet("61", "48", "00"), 5)), 9)
                .end();
        List<Observation> blocks = line.waveforms();
        assertEquals(List.of("ECG-123"), line.refusals());
        assertEquals(5, value(blocks.get(1)).samples().size());
        assertNotEquals(value(blocks.get(0)).position().stream(), value(blocks.get(1)).position().stream());
    }

    @Test
    void theShieldEndsItsPacketsWithOrWithoutAZero() {
        for (String end : List.of("0B", "000B")) {
            // header, 8 bytes of type 2, ECG -10, respiration 5, heart rate 72, respiration rate 16
            byte[] packet = hex("0AFA 0800 02 F6FF 0500 4800 1000" + end);
            Line line = new Line(new ShieldDriver(), Map.of("lead", "II")).receive(repeated(packet, 250), 11);
            assertEquals(-10, value(line.waveforms().get(0)).samples().get(249));
            assertEquals(Nomenclature.ECG_LEAD_II, line.waveforms().get(0).type());
            assertEquals(number("72", UcumUnit.PER_MINUTE), of(line.observations(), Nomenclature.HEART_RATE));
            assertEquals(List.of(), line.refusals());
        }
    }

    @Test
    void aBoardOfAnotherKindIsRefused() {
        Line line = healthyPi()
                .receive(hex("0AFA 0800 02 F6FF 0500 4800 1000 0B"), 3)
                .end();
        assertEquals(List.of(), line.observations());
        assertTrue(!line.refusals().isEmpty());
    }

    @Property(tries = 200)
    void anyPiecesGiveTheSameObservations(@ForAll byte[] noise, @ForAll @IntRange(min = 1, max = 60) int piece) {
        byte[] all = joined(repeated(packet("61", "48", "00"), 6), noise, repeated(packet("61", "48", "00"), 6));
        Line whole = healthyPi().receive(all, all.length).end();
        assertEquals(whole.observations(), healthyPi().receive(all, piece).end().observations());
        assertEquals(all.length, whole.refusedBytes().length + whole.storedBytes().length);
    }

    private static Line healthyPi() {
        return new Line(new HealthyPiDriver(), Map.of());
    }

    /** ECG -120, respiration 45, infrared 123456, red -98765, 36.50 degrees, 16 breaths, the constants 80 and 120. */
    private static byte[] packet(String saturation, String heartRate, String leadStatus) {
        return hex("0AFA 1400 02" + "88FF 2D00 40E20100 337EFEFF 420E 10" + saturation + heartRate + "5078" + leadStatus
                + "000B");
    }

    private static byte[] repeated(byte[] packet, int times) {
        byte[][] all = new byte[times][];
        Arrays.fill(all, packet);
        return joined(all);
    }

    private static ObservationValue of(List<Observation> observations, ObservationCode type) {
        return observations.stream()
                .filter(observation -> observation.type().equals(type))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static ObservationValue number(String number, UcumUnit unit) {
        return NumericValue.exact(new Quantity(new BigDecimal(number), unit));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
