package io.maimen.driver.spotchem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.driver.FakeSession;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.Quantity;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SpotchemProtocolTest {
    private static final byte[] LINE = line("4.1 ");

    @Test
    void eachElectrolyteIsAnObservation() {
        FakeSession session = open().send(LINE);
        assertEquals(3, session.observations.size());
        Observation potassium = session.observations.get(1);
        assertEquals("loinc:2823-3", potassium.type().toString());
        assertEquals(
                NumericValue.exact(new Quantity(new BigDecimal("4.1"), UcumUnit.MILLIMOLE_PER_LITRE)),
                potassium.value());
        assertEquals("1DC0", potassium.source().specimen().orElseThrow().value());
        assertEquals(Instant.parse("2026-11-02T04:08:00Z"), potassium.timing().measuredAt());
    }

    @Test
    void whatCouldNotBeMeasuredIsNoNumber() {
        assertEquals(
                new AbsentValue(DataAbsentReason.ERROR),
                open().send(line("----")).observations.get(1).value());
    }

    @Test
    void aReadingThatCouldNotBeStoredIsTriedAgain() {
        FakeSession session = open();
        session.stores = false;
        session.send(LINE);
        session.stores = true;
        assertEquals(3, session.elapse().observations.size());
    }

    @Property(tries = 50)
    void anyChunkingGivesTheSameObservations(@ForAll @IntRange(min = 1, max = 90) int length) {
        assertEquals(open().send(LINE).observations, open().sendInPieces(LINE, length).observations);
    }

    @Property(tries = 200)
    void noBytesThrowAndNoneShiftTheNextLine(@ForAll @Size(max = 40) byte[] noise) {
        FakeSession session = open().send(noise);
        int before = session.observations.size();
        assertEquals(before + 3, session.send(LINE).observations.size());
    }

    private static FakeSession open() {
        return new FakeSession(new SpotchemDriver(), Map.of()).connect();
    }

    private static byte[] line(String potassium) {
        return ("\u000226/11/02 12:08 ID# 1DC0       [B. Plasma] Na       138  mmol/L K       " + potassium
                        + "  mmol/L Cl       101  mmol/L \u0003\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
