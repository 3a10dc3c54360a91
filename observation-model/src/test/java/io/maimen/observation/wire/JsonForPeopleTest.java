package io.maimen.observation.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.Quantity;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class JsonForPeopleTest {
    private final ObservationCodec codec = new ObservationCodec();

    @Test
    void itIsOneLineWithNamesTimesAndDigitsAPersonCanRead() {
        String json = codec.toJson(WireSamples.glucose());
        assertFalse(json.contains("\n"), "one line");
        assertTrue(json.contains("\"display\":{\"zh\":\"血糖\",\"en\":\"Glucose\"}"), json);
        assertTrue(json.contains("\"number\":\"5.00\",\"unit\":\"mmol/L\""), json);
        assertTrue(json.contains("\"reported\":\"2025-03-14T09:26:50\",\"offset\":\"+08:00\""), json);
        assertTrue(json.contains("\"received\":\"2025-03-14T01:26:53.589793Z\""), json);
    }

    @Test
    void aLoincCodeHasItsNameToo() {
        String json = codec.toJson(withNumber("5.0"));
        assertTrue(json.contains("{\"code\":\"loinc:6298-4\",\"display\":{\"zh\":\"血钾\",\"en\":\"Potassium\"}}"), json);
    }

    @Test
    void digitsThatCountAreKeptAndNoOthersAreMadeUp() throws WireException {
        for (String number : new String[] {"5.0", "5.00", "-0.70", "0.0000001", "0", "0.00", "1E+3", "100"}) {
            String json = codec.toJson(withNumber(number));
            BigDecimal expected = new BigDecimal(number);
            assertEquals(
                    expected,
                    ((NumericValue) codec.fromJson(json).value()).quantity().value(),
                    json);
        }
        assertTrue(codec.toJson(withNumber("0.0000001")).contains("\"0.0000001\""), "plain digits where they can be");
    }

    @Test
    void fieldsOfANewerProgramAreSkipped() throws WireException {
        String newer = codec.toJson(WireSamples.ecg()).replace("{", "{\"aNewField\":{\"with\":[1,2.5,null]},");
        // The empty list of our own maps stays valid: every map has at least one field.
        assertEquals(WireSamples.ecg(), codec.fromJson(newer));
    }

    @Test
    void whatIsNoNumberTimeOrHexIsRefusedWithItsPlace() {
        String json = codec.toJson(WireSamples.glucose());
        assertRefused("WIRE-014 value.number must be valid", json.replace("\"5.00\"", "\"5,00\""));
        assertRefused("WIRE-013 value.number must be text but was a float", json.replace("\"5.00\"", "5.00"));
        assertRefused("WIRE-014 timing.received must be valid", json.replace("53.589793Z", "61Z"));
        assertRefused("WIRE-014 id must be valid", json.replace("00112233", "0011223x"));
        assertRefused("WIRE-010 message must be well-formed JSON", "");
    }

    private void assertRefused(String beginning, String json) {
        String message =
                assertThrows(WireException.class, () -> codec.fromJson(json)).getMessage();
        assertTrue(message.startsWith(beginning), message);
    }

    private static Observation withNumber(String number) {
        Observation glucose = WireSamples.glucose();
        return new Observation(
                glucose.id(),
                glucose.source(),
                Nomenclature.POTASSIUM_BLOOD,
                NumericValue.exact(new Quantity(new BigDecimal(number), UcumUnit.MILLIMOLE_PER_LITRE)),
                glucose.components(),
                glucose.timing(),
                glucose.statuses(),
                glucose.provenance());
    }
}
