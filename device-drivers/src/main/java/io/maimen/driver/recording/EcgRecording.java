package io.maimen.driver.recording;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.FrameField;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.time.DeviceTime;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * What a file says. Immutable.
 *
 * @param startedAt by the device's clock; empty where the file says none, or a clock that was never set
 * @param patient the patient's number as typed in at the cart; whose the recording is, a binding says
 * @param intervalMicros time from one sample to the next
 * @param leads at least one
 * @param fields of the file that an eye would look for; their offsets count in the whole file
 */
public record EcgRecording(
        Optional<DeviceTime> startedAt,
        Optional<SpecimenId> patient,
        BigDecimal intervalMicros,
        List<RecordedLead> leads,
        List<FrameField> fields) {
    private static final BigDecimal MICROS_PER_SECOND = BigDecimal.valueOf(1_000_000);
    private static final MathContext DIGITS = new MathContext(18);

    public EcgRecording {
        requireNonNull(startedAt, "startedAt");
        requireNonNull(patient, "patient");
        requireNonNull(intervalMicros, "intervalMicros");
        leads = List.copyOf(leads);
        fields = List.copyOf(fields);
    }

    /** Samples per second: exact where that is a decimal of up to 18 digits, as of 2000 us, and rounded to them where it is not. */
    public BigDecimal rateHz() {
        BigDecimal rate = MICROS_PER_SECOND.divide(intervalMicros, DIGITS).stripTrailingZeros();
        return rate.scale() < 0 ? rate.setScale(0) : rate;
    }
}
