package io.maimen.simulator.device.astm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * The patients of a village clinic as the analyser sees them: most well, some with diabetes, a few in danger.
 *
 * <p>The same seed gives the same specimens. A specimen holds one critical result at most, so that its alert has one
 * cause.
 */
final class SpecimenGenerator {
    private static final double SHARE_WITH_DIABETES = 0.3;

    private final Random random;
    private final double criticalShare;
    private final Set<Integer> critical;
    private int number;

    /**
     * @param criticalShare share of critical specimens, 0 to 1
     * @param critical numbers, from 1, of specimens that are critical in any case
     */
    SpecimenGenerator(long seed, double criticalShare, Set<Integer> critical) {
        this.random = new Random(seed);
        this.criticalShare = criticalShare;
        this.critical = Set.copyOf(critical);
    }

    Specimen next(Instant completed) {
        number++;
        BigDecimal glucose = glucose();
        BigDecimal potassium = decimal(limited(4.2 + 0.36 * random.nextGaussian(), 2.9, 6.1));
        boolean drawn = random.nextDouble() < criticalShare;
        int danger = random.nextInt(5);
        double depth = random.nextDouble();
        if (drawn || critical.contains(number)) {
            switch (danger) {
                case 0 -> glucose = decimal(3.0 + 0.8 * depth);
                case 1 -> glucose = decimal(1.8 + 1.1 * depth);
                case 2 -> glucose = decimal(16.7 + 9 * depth);
                case 3 -> potassium = decimal(2.1 + 0.7 * depth);
                default -> potassium = decimal(6.2 + 1.3 * depth);
            }
        }
        return new Specimen(
                id(number), List.of(new TestResult(Assay.GLU, glucose), new TestResult(Assay.K, potassium)), completed);
    }

    /** Of the specimen that comes next. */
    String nextId() {
        return id(number + 1);
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "S-%06d", number);
    }

    private BigDecimal glucose() {
        boolean diabetic = random.nextDouble() < SHARE_WITH_DIABETES;
        double spread = random.nextGaussian();
        return decimal(limited(diabetic ? 9.6 + 2.2 * spread : 5.6 + 0.7 * spread, 4.0, 16.0));
    }

    private static double limited(double value, double from, double to) {
        return Math.max(from, Math.min(to, value));
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.DOWN);
    }
}
