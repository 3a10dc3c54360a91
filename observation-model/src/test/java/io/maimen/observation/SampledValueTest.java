package io.maimen.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SampledValueTest {
    private static final StreamPosition START = new StreamPosition(0, 0, 0);

    @Test
    void aBlockLastsItsSamplesDividedByItsRate() {
        assertEquals(Duration.ofSeconds(1), block("250.000", "0.005", 250).length());
        assertEquals(Duration.ofNanos(33_333_333), block("30", "1", 1).length());
        assertEquals(Duration.ofSeconds(65_536_000), block("0.001", "1", 65_536).length());
    }

    @Test
    void aRateOutsideItsRangeIsRefused() {
        assertRefused("OBS-003", () -> block("0", "1", 1));
        assertRefused("OBS-003", () -> block("-250", "1", 1));
        assertRefused("OBS-003", () -> block("0.0009", "1", 1));
        assertRefused("OBS-003", () -> block("100000.001", "1", 1));
        block("100000", "1", 1);
    }

    @Test
    void aScaleThatIsNotAboveZeroIsRefused() {
        assertRefused("OBS-004", () -> block("250", "0.000", 1));
        assertRefused("OBS-004", () -> block("250", "-0.005", 1));
    }

    @Test
    void noSamplesOrTooManyAreRefused() {
        assertRefused("OBS-005", () -> block("250", "1", 0));
        assertRefused("OBS-005", () -> block("250", "1", 65_537));
        block("250", "1", 65_536);
    }

    @Test
    void gapsStayInOrderAndWithinTheBlock() {
        block(10, new SampleGap(0, 2), new SampleGap(2, 3), new SampleGap(9, 1));
        assertRefused("OBS-006", () -> block(10, new SampleGap(0, 3), new SampleGap(2, 1)));
        assertRefused("OBS-006", () -> block(10, new SampleGap(5, 1), new SampleGap(2, 1)));
        assertRefused("OBS-006", () -> block(10, new SampleGap(9, 2)));
        assertRefused("OBS-006", () -> block(10, new SampleGap(10, 1)));
    }

    @Test
    void aGapSoLongThatItsEndOverflowsIsRefused() {
        assertRefused("OBS-006", () -> block(10, new SampleGap(1, Integer.MAX_VALUE)));
        assertRefused("OBS-006", () -> block(10, new SampleGap(Integer.MAX_VALUE, Integer.MAX_VALUE)));
    }

    @Test
    void anEmptyGapIsRefused() {
        assertRefused("OBS-007", () -> new SampleGap(0, 0));
        assertRefused("OBS-007", () -> new SampleGap(-1, 1));
    }

    @Test
    void aPositionThatJsonReadersWouldRoundIsRefused() {
        new StreamPosition(0, 0, 9_007_199_254_740_991L);
        assertRefused("OBS-008", () -> new StreamPosition(0, 0, 9_007_199_254_740_992L));
        assertRefused("OBS-008", () -> new StreamPosition(-1, 0, 0));
        assertRefused("OBS-008", () -> new StreamPosition(0, -1, 0));
    }

    @Test
    void samplesAreNobodyElsesToChange() {
        int[] mine = {1, 2};
        Samples samples = Samples.of(mine);
        mine[0] = 9;
        samples.toArray()[1] = 9;
        assertEquals(Samples.of(1, 2), samples);
    }

    private static SampledValue block(String rateHz, String scale, int samples) {
        return new SampledValue(
                START,
                new BigDecimal(rateHz),
                new BigDecimal(scale),
                UcumUnit.MILLIVOLT,
                Samples.of(new int[samples]),
                List.of());
    }

    private static SampledValue block(int samples, SampleGap... gaps) {
        return new SampledValue(
                START,
                new BigDecimal("250"),
                BigDecimal.ONE,
                UcumUnit.MILLIVOLT,
                Samples.of(new int[samples]),
                List.of(gaps));
    }

    private static void assertRefused(String code, Executable making) {
        String message = assertThrows(IllegalArgumentException.class, making).getMessage();
        assertTrue(message.startsWith(code + " "), message);
    }
}
