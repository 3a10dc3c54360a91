package io.maimen.driver.recording;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.Samples;
import io.maimen.observation.code.EcgLead;
import java.math.BigDecimal;

/**
 * One lead of a recording. Immutable.
 *
 * @param firstSample how many sample intervals after the recording's begin it begins, 0 or more
 * @param millivoltsPerStep above 0, exactly as the file says
 * @param samples in steps
 */
public record RecordedLead(EcgLead lead, long firstSample, BigDecimal millivoltsPerStep, Samples samples) {
    public RecordedLead {
        requireNonNull(lead, "lead");
        requireNonNull(millivoltsPerStep, "millivoltsPerStep");
        requireNonNull(samples, "samples");
    }
}
