package io.maimen.driver.openmhealth;

import io.maimen.driver.Decoded;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The body of {@code omh:blood-pressure:3}. Immutable.
 *
 * @param systolicMmHg as written
 * @param diastolicMmHg as written
 * @param effective when it was measured: the moment, or the beginning of the interval; empty where a day or none is named
 * @param position such as {@code sitting}; empty where it was not sent
 */
record BloodPressureBody(
        BigDecimal systolicMmHg,
        BigDecimal diastolicMmHg,
        Optional<OffsetDateTime> effective,
        Optional<String> position) {
    private static final int MOST_DIGITS = 18;
    private static final int MOST_PRESSURE = 1000;

    static Decoded<BloodPressureBody> read(JsonLeaves json) {
        for (String side : new String[] {"systolic", "diastolic"}) {
            Optional<String> unit = json.text(side + "_blood_pressure.unit");
            if (!unit.equals(Optional.of("mmHg"))) {
                return Decoded.refused(
                        "OMH-002", 0, side + "_blood_pressure.unit must be mmHg but was " + unit.orElse("not sent"));
            }
            Optional<String> value = json.text(side + "_blood_pressure.value");
            if (value.flatMap(BloodPressureBody::pressure).isEmpty()) {
                return Decoded.refused(
                        "OMH-003",
                        0,
                        side + "_blood_pressure.value must be a number from 0 to 1000 but was "
                                + value.orElse("not sent"));
            }
        }
        Optional<String> dateTime = json.text("effective_time_frame.date_time")
                .or(() -> json.text("effective_time_frame.time_interval.start_date_time"));
        Optional<OffsetDateTime> effective = dateTime.flatMap(BloodPressureBody::time);
        if (dateTime.isPresent() && effective.isEmpty()) {
            return Decoded.refused(
                    "OMH-004", 0, "effective_time_frame must be a date-time with its offset but was " + dateTime.get());
        }
        return new Decoded.Frame<>(new BloodPressureBody(
                json.text("systolic_blood_pressure.value")
                        .flatMap(BloodPressureBody::pressure)
                        .orElseThrow(),
                json.text("diastolic_blood_pressure.value")
                        .flatMap(BloodPressureBody::pressure)
                        .orElseThrow(),
                effective,
                json.text("position_during_measurement")));
    }

    private static Optional<BigDecimal> pressure(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            boolean plain = value.precision() <= MOST_DIGITS && Math.abs(value.scale()) <= MOST_DIGITS;
            boolean possible = plain && value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(MOST_PRESSURE)) <= 0;
            return possible ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<OffsetDateTime> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
