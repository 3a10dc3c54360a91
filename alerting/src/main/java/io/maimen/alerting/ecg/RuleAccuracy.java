package io.maimen.alerting.ecg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * How often a rule of ECG findings was right where it was measured. Immutable. The figures stand in {@code
 * accuracy.properties}, which {@code ./maimen ecg-score report} writes.
 *
 * @param sensitivity share of the true episodes that were found, percent
 * @param positivePredictivity share of the found episodes that were true, percent
 * @param data what it was measured on
 */
public record RuleAccuracy(BigDecimal sensitivity, BigDecimal positivePredictivity, String data) {
    private static final Properties MEASURED = read();

    /** Of a rule of the pack {@code ecg-rhythm}; empty for one that was not measured. */
    public static Optional<RuleAccuracy> of(String rule) {
        String figures = MEASURED.getProperty(rule);
        if (figures == null) {
            return Optional.empty();
        }
        String[] parts = figures.split(" ", 3);
        return Optional.of(new RuleAccuracy(new BigDecimal(parts[0]), new BigDecimal(parts[1]), parts[2]));
    }

    private static Properties read() {
        Properties measured = new Properties();
        try (InputStream file = RuleAccuracy.class.getResourceAsStream("accuracy.properties")) {
            measured.load(Objects.requireNonNull(file, "accuracy.properties"));
            return measured;
        } catch (IOException e) {
            throw new UncheckedIOException("the figures are on the class path", e);
        }
    }
}
