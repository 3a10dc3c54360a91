package io.maimen.alerting.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.maimen.observation.Quantity;
import io.maimen.observation.QuantityComparator;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {
    /** Each value, and whether it certainly lies inside, certainly outside, or proves nothing. */
    @ParameterizedTest
    @CsvSource({
        "LESS_THAN, 3.0, 2.9, inside",
        "LESS_THAN, 3.0, 3.0, outside",
        "LESS_THAN, 3.0, 3.00, outside", // the same number at another precision
        "LESS_THAN, 3.0, 2.99999999999999999, inside", // no binary fraction rounds it up to the bound
        "LESS_THAN, 3.0, <0.6, inside",
        "LESS_THAN, 3.0, <3.0, inside", // whatever it is, it is not 3.0
        "LESS_THAN, 3.0, <=3.0, unproved",
        "LESS_THAN, 3.0, <3.1, unproved",
        "LESS_THAN, 3.0, >=3.0, outside",
        "LESS_THAN, 3.0, >2.9, unproved",
        "LESS_OR_EQUAL, 2.8, 2.8, inside",
        "LESS_OR_EQUAL, 2.8, <=2.8, inside",
        "LESS_OR_EQUAL, 2.8, >2.8, outside",
        "LESS_OR_EQUAL, 2.8, >=2.8, unproved",
        "GREATER_OR_EQUAL, 16.7, 16.7, inside",
        "GREATER_OR_EQUAL, 16.7, 16.6, outside",
        "GREATER_OR_EQUAL, 16.7, >33.3, inside",
        "GREATER_OR_EQUAL, 16.7, >5.0, unproved",
        "GREATER_OR_EQUAL, 16.7, <16.7, outside",
        "GREATER_OR_EQUAL, 16.7, <=16.7, unproved",
        "GREATER_THAN, 5, 5, outside",
        "GREATER_THAN, 5, >5.0, inside",
        "GREATER_THAN, 5, >=5.0, unproved",
    })
    void onlyWhatIsCertainIsInside(QuantityComparator comparator, BigDecimal bound, String value, String expected) {
        Limit limit = new Limit(comparator, new Quantity(bound, UcumUnit.MILLIMOLE_PER_LITRE));
        String found = limit.contains(Samples.value(value, "mmol/L"))
                ? "inside"
                : limit.complement().contains(Samples.value(value, "mmol/L")) ? "outside" : "unproved";
        assertEquals(expected, found);
    }

    @Test
    void anotherUnitProvesNothing() {
        Limit limit = new Limit(
                QuantityComparator.LESS_THAN, new Quantity(new BigDecimal("3.0"), UcumUnit.MILLIMOLE_PER_LITRE));
        assertEquals(false, limit.contains(Samples.value("2.0", "mg/dL")));
        assertEquals(false, limit.complement().contains(Samples.value("54", "mg/dL")));
    }

    @Property
    void exactValueIsInsideOrOutsideAndNeverBoth(
            @ForAll QuantityComparator comparator,
            @ForAll @IntRange(min = -50, max = 50) int bound,
            @ForAll @IntRange(min = -50, max = 50) int value) {
        if (comparator == QuantityComparator.EXACT) {
            return;
        }
        Limit limit = new Limit(comparator, new Quantity(BigDecimal.valueOf(bound, 1), UcumUnit.ONE));
        boolean expected =
                switch (comparator) {
                    case LESS_THAN -> value < bound;
                    case LESS_OR_EQUAL -> value <= bound;
                    case GREATER_THAN -> value > bound;
                    case GREATER_OR_EQUAL -> value >= bound;
                    case EXACT -> throw new AssertionError("filtered above");
                };
        var reading = Samples.value(BigDecimal.valueOf(value, 1).toPlainString(), "1");
        assertEquals(expected, limit.contains(reading));
        assertEquals(!expected, limit.complement().contains(reading));
    }

    @Test
    void limitThatIsOneNumberIsRefused() {
        Quantity bound = new Quantity(BigDecimal.ONE, UcumUnit.ONE);
        assertThrows(IllegalArgumentException.class, () -> new Limit(QuantityComparator.EXACT, bound));
    }

    @Test
    void readsAsADoctorWritesIt() {
        Quantity bound = new Quantity(new BigDecimal("16.7"), UcumUnit.MILLIMOLE_PER_LITRE);
        assertEquals("≥ 16.7 mmol/L", new Limit(QuantityComparator.GREATER_OR_EQUAL, bound).toString());
        assertEquals("< 16.7 mmol/L", new Limit(QuantityComparator.LESS_THAN, bound).toString());
    }
}
