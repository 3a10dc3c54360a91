package io.maimen.driver.openmhealth;

import io.maimen.driver.Decoded;
import io.maimen.driver.message.MessageFields;
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

    static Decoded<BloodPressureBody> read(MessageFields json) {
        for (String side : new String[] {"systolic", "diastolic"}) {
            Optional<String> unit = text(json, side + "_blood_pressure.unit");
            if (!unit.equals(Optional.of("mmHg"))) {
                return Decoded.refused(
                        "OMH-002", 0, side + "_blood_pressure.unit must be mmHg but was " + unit.orElse("not sent"));
            }
            Optional<String> value = text(json, side + "_blood_pressure.value");
            if (value.flatMap(BloodPressureBody::pressure).isEmpty()) {
                return Decoded.refused(
                        "OMH-003",
                        0,
                        side + "_blood_pressure.value must be a number from 0 to 1000 but was "
                                + value.orElse("not sent"));
            }
        }
        Optional<String> dateTime = text(json, "effective_time_frame.date_time")
                .or(() -> text(json, "effective_time_frame.time_interval.start_date_time"));
        Optional<OffsetDateTime> effective = dateTime.flatMap(BloodPressureBody::time);
        if (dateTime.isPresent() && effective.isEmpty()) {
            return Decoded.refused(
                    "OMH-004", 0, "effective_time_frame must be a date-time with its offset but was " + dateTime.get());
        }
        return new Decoded.Frame<>(new BloodPressureBody(
                text(json, "systolic_blood_pressure.value")
                        .flatMap(BloodPressureBody::pressure)
                        .orElseThrow(),
                text(json, "diastolic_blood_pressure.value")
                        .flatMap(BloodPressureBody::pressure)
                        .orElseThrow(),
                effective,
                text(json, "position_during_measurement")));
    }

    /** The value at a path, in the body of a data point or by itself. */
    static Optional<String> text(MessageFields json, String path) {
        return json.fields().stream()
                .filter(field -> field.frameField().name().equals(path)
                        || field.frameField().name().equals("body." + path))
                .map(MessageFields.Field::text)
                .findFirst();
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
