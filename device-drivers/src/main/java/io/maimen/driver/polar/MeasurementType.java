package io.maimen.driver.polar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a sensor measures, by the number that PMD gives it (Polar Measurement Data specification, "Measurement types"). */
enum MeasurementType {
    ECG(0),
    PPG(1),
    ACC(2),
    PPI(3),
    GYRO(5),
    MAG(6),
    SDK_MODE(9),
    LOCATION(10),
    PRESSURE(11),
    TEMPERATURE(12);

    private static final int LOW_BITS = 0x3F;

    private final int number;

    MeasurementType(int number) {
        this.number = number;
    }

    byte number() {
        return (byte) number;
    }

    /** The type of that number; empty for one that came after this list. */
    static Optional<MeasurementType> of(int number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }

    /** The type that a control point's byte names, whose two highest bits say how it is recorded; its number if unknown. */
    static String word(int controlPointByte) {
        int number = controlPointByte & LOW_BITS;
        return of(number).map(MeasurementType::name).orElseGet(() -> String.format(Locale.ROOT, "type %d", number));
    }
}
