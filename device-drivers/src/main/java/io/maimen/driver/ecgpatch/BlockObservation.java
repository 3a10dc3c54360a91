package io.maimen.driver.ecgpatch;

import io.maimen.driver.MeasurementKey;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.Observation;
import io.maimen.observation.Provenance;
import io.maimen.observation.RawFrame;
import io.maimen.observation.SampleGap;
import io.maimen.observation.SampledValue;
import io.maimen.observation.Samples;
import io.maimen.observation.StreamPosition;
import io.maimen.observation.Timing;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.DeviceTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what a block means as an observation of {@code device}. Stateless. */
record BlockObservation(DeviceId device) {
    private static final int MILLI_TO_ONE = 3;
    private static final int NANO_TO_MILLI = 6;

    Observation of(Block block, RawFrame frame) {
        Optional<DeviceTime> deviceTime = block.time().map(DeviceTime::of);
        StreamPosition position = block.position();
        MeasurementKey key = MeasurementKey.of(Long.toString(position.stream()), Long.toString(position.sequence()));
        List<SampleGap> gaps = gaps(block.samples());
        return new Observation(
                key.identify(device, block.lead(), deviceTime),
                MeasurementSource.of(device),
                block.lead(),
                new SampledValue(
                        position,
                        decimal(block.rateMilliHertz(), MILLI_TO_ONE),
                        decimal(block.scaleNanoVolt(), NANO_TO_MILLI),
                        UcumUnit.MILLIVOLT,
                        withoutSentinels(block.samples()),
                        gaps),
                List.of(),
                deviceTime
                        .map(time -> Timing.of(time, frame.receivedAt()))
                        .orElseGet(() -> Timing.received(frame.receivedAt())),
                statuses(block, gaps),
                new Provenance(EcgPatchDriver.REF, List.of(frame.ref()), block.simulated()));
    }

    private static Set<MeasurementStatus> statuses(Block block, List<SampleGap> gaps) {
        Set<MeasurementStatus> statuses = EnumSet.noneOf(MeasurementStatus.class);
        if (block.electrodeOff() || !gaps.isEmpty()) {
            statuses.add(MeasurementStatus.LEAD_OFF);
        }
        if (block.time().isEmpty()) {
            statuses.add(MeasurementStatus.DEVICE_CLOCK_UNSET);
        }
        return statuses;
    }

    private static List<SampleGap> gaps(Samples samples) {
        List<SampleGap> gaps = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= samples.size(); i++) {
            boolean silent = i < samples.size() && samples.get(i) == Block.NO_SIGNAL;
            if (silent && start < 0) {
                start = i;
            } else if (!silent && start >= 0) {
                gaps.add(new SampleGap(start, i - start));
                start = -1;
            }
        }
        return gaps;
    }

    /** Inside a gap the integers carry no meaning; they are 0, so that -32 768 is never taken for a voltage. */
    private static Samples withoutSentinels(Samples samples) {
        return Samples.of(samples.stream()
                .map(sample -> sample == Block.NO_SIGNAL ? 0 : sample)
                .toArray());
    }

    /** {@code value * 10^-places}, without the zeros at its end: 250000 mHz are 250 Hz, 5000 nV are 0.005 mV. */
    private static BigDecimal decimal(long value, int places) {
        BigDecimal decimal = BigDecimal.valueOf(value, places).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }
}
