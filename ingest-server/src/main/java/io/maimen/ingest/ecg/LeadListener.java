package io.maimen.ingest.ecg;

import io.maimen.alerting.ecg.BeatClass;
import io.maimen.alerting.ecg.QualityReason;
import io.maimen.alerting.ecg.SignalQuality;
import io.maimen.observation.Observation;
import java.time.Instant;

/** Hears what the analysis of a lead finds, in times of measurement. */
interface LeadListener {
    void beat(Instant at, BeatClass beatClass);

    void doubt(Instant from, Instant to, SignalQuality quality, QualityReason reason);

    /** A rhythm has begun or is over; {@code block} is the one by which that became known. */
    void rhythm(EcgFinding finding, Observation block);
}
