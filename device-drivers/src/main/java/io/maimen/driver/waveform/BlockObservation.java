package io.maimen.driver.waveform;

import io.maimen.driver.MeasurementKey;
import io.maimen.driver.reading.Origin;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.Observation;
import io.maimen.observation.Provenance;
import io.maimen.observation.RawFrame;
import io.maimen.observation.SampledValue;
import io.maimen.observation.Timing;
import io.maimen.observation.code.MdcCode;
import io.maimen.observation.device.DeviceId;
import java.util.List;
import java.util.Set;

/** Says what a lead of a block means. Nothing is sent twice, so connection, stream and sequence name a block. Stateless. */
public record BlockObservation(Origin origin) {
    /** One lead; {@code timing} is of its first sample. */
    public Observation of(
            MdcCode lead, SampledValue value, Timing timing, Set<MeasurementStatus> statuses, List<RawFrame> frames) {
        DeviceId device = origin.context().device();
        MeasurementKey key = MeasurementKey.of(
                origin.context().connection(),
                Long.toString(value.position().stream()),
                Long.toString(value.position().sequence()));
        return new Observation(
                key.identify(device, lead, timing.deviceTime()),
                MeasurementSource.of(device),
                lead,
                value,
                List.of(),
                timing,
                statuses,
                new Provenance(
                        origin.driver(), frames.stream().map(RawFrame::ref).toList(), origin.simulated()));
    }
}
