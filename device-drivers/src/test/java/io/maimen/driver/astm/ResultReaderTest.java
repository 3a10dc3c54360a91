package io.maimen.driver.astm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.Quantity;
import io.maimen.observation.QuantityComparator;
import io.maimen.observation.TextValue;
import io.maimen.observation.code.LoincCode;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What LIS02-A2 records mean, read through a whole session. */
class ResultReaderTest {
    private static final String H = "H|\\^&|||m|||||||P|LIS02-A2|20260304081500";
    private static final String O = "O|1|S1||^^^GLU";
    private static final String GLU = "R|1|^^^GLU|2.7|mmol/L||L||F||op1||20260304081455";

    @Test
    void aResultIsReadWithEverythingThatBelongsToIt() {
        Observation observation = read(H, O, GLU);
        assertEquals(Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD, observation.type());
        assertEquals(number("2.7", "mmol/L", QuantityComparator.EXACT), observation.value());
        assertEquals("S1", observation.source().specimen().orElseThrow().value());
        // 08:14:55 wall time in Shanghai
        assertEquals(Instant.parse("2026-03-04T00:14:55Z"), observation.timing().measuredAt());
        assertEquals(AstmLine.AT, observation.timing().receiveTime());
        assertEquals(Set.of(), observation.statuses());
        assertFalse(observation.provenance().simulated());
        assertEquals(AstmDriver.REF, observation.provenance().driver());
        assertEquals(3, observation.provenance().rawFrames().size(), "header, order and result frame");
    }

    @Test
    void potassiumIsKnownAndOtherTestsAreNamedByOptions() {
        assertEquals(
                Nomenclature.POTASSIUM_BLOOD,
                read(H, "R|1|^^^K|6.4|mmol/L||H||F||||20260304081455").type());
        AstmLine line = AstmLine.with(Map.of("codes.NA", "loinc:2947-0"));
        line.session(H, "R|1|^^^NA|140|mmol/L||N||F||||20260304081455");
        assertEquals(new LoincCode("2947-0"), line.only().type());
    }

    @Test
    void precisionIsTheDevices() {
        assertEquals(
                number("5.00", "mmol/L", QuantityComparator.EXACT),
                read(H, GLU.replace("2.7", "  5.00 ")).value());
    }

    @ParameterizedTest
    @CsvSource({">33.3,GREATER_THAN,33.3", "<0.6,LESS_THAN,0.6", ">= 20,GREATER_OR_EQUAL,20", "<=1.0,LESS_OR_EQUAL,1.0"
    })
    void valuesOutsideTheRangeKeepTheirComparator(String sent, QuantityComparator comparator, String value) {
        assertEquals(
                number(value, "mmol/L", comparator),
                read(H, GLU.replace("2.7", sent)).value());
    }

    @ParameterizedTest
    @CsvSource({
        "mmol/l,mmol/L",
        "mmol/L,mmol/L",
        "mg/dl,mg/dL",
        "MG/DL,mg/dL",
        "mEq/L,meq/L",
        "umol/l,umol/L",
        "10^3/uL,10*3/uL"
    })
    void unitsAreReadInTheSpellingsOfAnalysers(String sent, String ucum) {
        NumericValue value = (NumericValue) read(H, GLU.replace("mmol/L", sent)).value();
        assertEquals(ucum, value.quantity().unit().code());
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "mmol/L;mmol;AST-023",
                "mmol/L;;AST-023",
                "2.7;2,7;AST-024",
                "2.7;2.7.1;AST-024",
                "2.7;1234567890123456789;AST-024",
                "2.7;5.0\\6.0;AST-024",
                "2.7;----;AST-024",
                "GLU;LAC;AST-022"
            },
            delimiter = ';')
    void whatCannotBeReadSurelyIsRefusedAndNotGuessed(String good, String sent, String code) {
        AstmLine line = AstmLine.open();
        line.session(H, O, GLU.replace(good, sent == null ? "" : sent), "L|1|N");
        assertEquals(List.of(code), line.rejects());
        assertEquals(List.of(), line.stored);
    }

    @Test
    void aValueThatIsMissingHasAReasonAndNeverZero() {
        assertEquals(
                new AbsentValue(DataAbsentReason.UNKNOWN),
                read(H, GLU.replace("2.7", "")).value());
        assertEquals(
                new AbsentValue(DataAbsentReason.NOT_PERFORMED),
                read(H, GLU.replace("|2.7|", "||").replace("|F|", "|X|")).value());
        assertEquals(
                new AbsentValue(DataAbsentReason.NOT_PERFORMED),
                read(H, GLU.replace("|2.7|", "|0.0|").replace("|F|", "|X|")).value());
    }

    @Test
    void aResultInWordsStaysInTheDevicesWords() {
        assertEquals(
                new TextValue("positive"),
                read(H, "R|1|^^^GLU|positive|||A||F||||20260304081455").value());
    }

    @ParameterizedTest
    @CsvSource({"P,PRELIMINARY", "C,CORRECTED", "W,QUESTIONABLE", "?,QUESTIONABLE"})
    void theResultStatusIsKept(String sent, MeasurementStatus status) {
        assertEquals(
                Set.of(status), read(H, GLU.replace("|F|", "|" + sent + "|")).statuses());
    }

    @ParameterizedTest
    @CsvSource({"P,false", "T,true", "D,true", "'',false"})
    void theProcessingIdMarksSimulatedData(String processing, boolean simulated) {
        Observation observation = read(H.replace("|P|", "|" + processing + "|"), O, GLU);
        assertEquals(simulated, observation.provenance().simulated());
        assertEquals(Set.of(), observation.statuses());
    }

    @Test
    void controlsAreMarkedByHeaderOrOrder() {
        Set<MeasurementStatus> control = Set.of(MeasurementStatus.QUALITY_CONTROL);
        assertEquals(control, read(H.replace("|P|", "|Q|"), O, GLU).statuses());
        assertEquals(control, read(H, "O|1|QC1||^^^GLU|||||||Q", GLU).statuses());
    }

    @ParameterizedTest
    @CsvSource({"''", "00000000000000", "19800101000000", "20261332250000", "2026-03-04", "99991231235959", "yesterday"
    })
    void withoutAUsableTimeTheReceiveTimeStandsAloneAndIsMarked(String completed) {
        Observation observation = read(H, O, GLU.replace("20260304081455", completed));
        assertEquals(Optional.empty(), observation.timing().deviceTime());
        assertEquals(
                Set.of(MeasurementStatus.DEVICE_CLOCK_UNSET, MeasurementStatus.POSSIBLY_THE_SAME),
                observation.statuses());
    }

    @Test
    void withoutAUsableTimeTheConnectionIsPartOfTheIdentity() {
        String unset = GLU.replace("20260304081455", "00000000000000");
        AstmLine other = new AstmLine(AstmLine.protocol("connection-2", Map.of()));
        other.session(H, O, unset);
        assertEquals(read(H, O, unset).id(), read(H, O, unset).id());
        assertNotEquals(read(H, O, unset).id(), other.only().id());
    }

    @Test
    void theSameResultOverAnotherConnectionIsTheSameObservation() {
        AstmLine other = new AstmLine(AstmLine.protocol("connection-2", Map.of()));
        other.session(H.replace("081500", "091500"), "P|1", O, GLU.replace("R|1", "R|7"));
        assertEquals(read(H, O, GLU).id(), other.only().id());
    }

    @Test
    void differentResultsOfTheSameSecondStayApart() {
        Observation one = read(H, O, GLU);
        for (String[] other : new String[][] {
            {"|2.7|", "|2.8|"}, {"GLU", "K"}, {"mmol/L", "mg/dL"}, {"|F|", "|C|"}, {"|2.7|", "|2.70|"}
        }) {
            assertNotEquals(
                    one.id(), read(H, O, GLU.replace(other[0], other[1])).id(), other[1]);
        }
        assertNotEquals(one.id(), read(H, O.replace("S1", "S2"), GLU).id());
    }

    @Test
    void delimitersAreTakenFromTheHeader() {
        Observation observation =
                read("H|@^\\|||m|||||||T|LIS2-A2", "O|1|S\\F\\1||^^^GLU@^^^K", "R|1|^^^GLU|2.7|mmol/L||L||F");
        assertEquals("S|1", observation.source().specimen().orElseThrow().value());
        assertTrue(observation.provenance().simulated());
    }

    @Test
    void aHeaderWithoutUsableDelimitersMakesItsResultsUnreadable() {
        AstmLine line = AstmLine.open();
        line.session("H||||x", O, GLU, "L|1|N");
        assertEquals(List.of("AST-020", "AST-021"), line.rejects());
    }

    @Test
    void aResultWithoutHeaderIsRefusedBecauseItMightBeSimulated() {
        AstmLine line = AstmLine.open();
        line.session(O, GLU, "L|1|N");
        assertEquals(List.of("AST-021"), line.rejects());
    }

    @Test
    void aNewPatientEndsTheOrderBefore() {
        assertEquals(Optional.empty(), read(H, O, "P|2", GLU).source().specimen());
    }

    @Test
    void specimensAreReadInTheEncodingOfTheOptionAndRefusedWhenUnreadable() {
        AstmLine cyrillic = AstmLine.with(Map.of("encoding", "windows-1251"));
        cyrillic.session(H, "O|1|\u00C9||^^^GLU", GLU); // C9 is the letter short I
        assertEquals("\u0419", cyrillic.only().source().specimen().orElseThrow().value());
        AstmLine utf8 = AstmLine.open();
        utf8.session(H, "O|1|\u00C9||^^^GLU", GLU, "L|1|N");
        assertEquals(List.of("AST-025"), utf8.rejects());
    }

    @Test
    void aSpecimenNumberThatIsTooLongIsRefused() {
        AstmLine line = AstmLine.open();
        line.session(H, "O|1|" + "x".repeat(65) + "||^^^GLU", GLU, "L|1|N");
        assertEquals(List.of("AST-025"), line.rejects());
    }

    @Test
    void badOptionsAreRefusedByName() {
        for (String[] option : new String[][] {
            {"codes.NA", "2947-0", "AST-031"},
            {"encoding", "no such", "AST-032"},
            {"frameNumbers", "none", "AST-033"},
            {"maxFrameBytes", "12", "DEC-014"},
            {"receiverTimeout", "30", "DEC-010"}
        }) {
            String message = assertThrows(
                            IllegalArgumentException.class, () -> AstmLine.with(Map.of(option[0], option[1])))
                    .getMessage();
            assertTrue(message.startsWith(option[2] + " options." + option[0]), message);
        }
    }

    private static Observation read(String... records) {
        AstmLine line = AstmLine.open();
        line.session(records);
        return line.only();
    }

    private static NumericValue number(String value, String unit, QuantityComparator comparator) {
        return new NumericValue(new Quantity(new BigDecimal(value), new UcumUnit(unit)), comparator);
    }
}
