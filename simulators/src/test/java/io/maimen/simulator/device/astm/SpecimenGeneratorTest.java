package io.maimen.simulator.device.astm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SpecimenGeneratorTest {
    private static final Instant AT = Instant.parse("2026-03-04T00:14:55Z");

    @Test
    void theSameSeedGivesTheSameSpecimens() {
        assertEquals(specimens(5, 0.2, 50), specimens(5, 0.2, 50));
    }

    @Property(tries = 20)
    void withoutAShareNobodyIsInDanger(@ForAll long seed) {
        assertTrue(specimens(seed, 0, 500).stream().allMatch(specimen -> specimen.alertRules() == 0));
    }

    @Property(tries = 20)
    void aCriticalSpecimenRaisesOneAlertAndNotTwo(@ForAll long seed) {
        assertTrue(specimens(seed, 1, 500).stream().allMatch(specimen -> specimen.alertRules() == 1));
    }

    @Test
    void valuesHaveTheOneDecimalThatTheAnalyserPrints() {
        specimens(1, 0.5, 200).stream()
                .flatMap(specimen -> specimen.results().stream())
                .forEach(result -> assertEquals(1, result.value().scale()));
    }

    private static List<Specimen> specimens(long seed, double share, int count) {
        SpecimenGenerator generator = new SpecimenGenerator(seed, share, Set.of());
        return IntStream.range(0, count).mapToObj(i -> generator.next(AT)).toList();
    }
}
