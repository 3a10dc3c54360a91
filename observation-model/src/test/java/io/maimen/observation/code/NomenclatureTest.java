package io.maimen.observation.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NomenclatureTest {
    @Test
    void everyRowIsFoundByEachOfItsCodes() {
        for (Nomenclature.Entry row : Nomenclature.entries()) {
            assertEquals(Optional.of(row), Nomenclature.find(row.code()));
            // LOINC has one heart rate where MDC has one for each way of counting.
            row.loinc()
                    .ifPresent(loinc -> assertEquals(
                            Optional.of(loinc),
                            Nomenclature.find(loinc).orElseThrow().loinc()));
        }
    }

    @Test
    void glucoseIsFoundByBothSystems() {
        assertEquals(
                Nomenclature.find(Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD),
                Nomenclature.find(ObservationCode.parse("loinc:15074-8")));
    }

    @Test
    void everyRowHasItsNameInChineseAndInEnglish() {
        for (Nomenclature.Entry row : Nomenclature.entries()) {
            assertTrue(row.display().zh().codePoints().anyMatch(Character::isIdeographic), row::toString);
            assertTrue(row.display().en().chars().allMatch(c -> c < 128), row::toString);
        }
    }

    @Test
    void noNameIsGivenTwice() {
        Set<String> names = Nomenclature.entries().stream()
                .flatMap(row -> Stream.of(row.display().zh(), row.display().en()))
                .collect(Collectors.toSet());
        assertEquals(2 * Nomenclature.entries().size(), names.size());
    }

    @Test
    void aCodeThatIsNotInTheTableIsNotMadeUp() {
        assertFalse(Nomenclature.find(new MdcCode(1)).isPresent());
    }
}
