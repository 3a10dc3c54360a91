package io.maimen.driver.recording;

import io.maimen.driver.MeasurementKey;
import io.maimen.driver.reading.Origin;
import io.maimen.observation.Bytes;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.Observation;
import io.maimen.observation.Provenance;
import io.maimen.observation.RawFrame;
import io.maimen.observation.RawFrameRef;
import io.maimen.observation.SampledValue;
import io.maimen.observation.Samples;
import io.maimen.observation.StreamPosition;
import io.maimen.observation.Timing;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.DeviceTime;
import io.maimen.observation.time.ReceiveTime;
import io.maimen.observation.time.TimeScale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The leads of a recording in blocks of at most {@link #MOST_SAMPLES}. A block is named by when it was recorded and by its samples: the
 * same recording exported twice, even with another name typed in, is the same measurement. Stateless.
 */
record RecordingBlocks(Origin origin) {
    /** Twenty seconds at 500 a second. */
    static final int MOST_SAMPLES = 10_000;

    List<Observation> of(EcgRecording recording, List<RawFrame> frames) {
        List<RawFrameRef> refs = frames.stream().map(RawFrame::ref).toList();
        long stream = stream(recording);
        List<Observation> blocks = new ArrayList<>();
        for (RecordedLead lead : recording.leads()) {
            int[] samples = lead.samples().toArray();
            for (int from = 0; from < samples.length; from += MOST_SAMPLES) {
                Samples some =
                        Samples.of(Arrays.copyOfRange(samples, from, Math.min(from + MOST_SAMPLES, samples.length)));
                StreamPosition position = new StreamPosition(stream, from / MOST_SAMPLES, lead.firstSample() + from);
                SampledValue value = new SampledValue(
                        position, recording.rateHz(), lead.millivoltsPerStep(), UcumUnit.MILLIVOLT, some, List.of());
                blocks.add(observation(recording, lead, value, frames.get(0).receivedAt(), refs));
            }
        }
        return blocks;
    }

    private Observation observation(
            EcgRecording recording, RecordedLead lead, SampledValue value, ReceiveTime at, List<RawFrameRef> refs) {
        DeviceId device = origin.context().device();
        Optional<DeviceTime> time = recording
                .startedAt()
                .map(start -> later(start, recording, value.position().firstSample()));
        MeasurementKey key = MeasurementKey.of(
                Long.toString(value.position().firstSample()),
                value.rateHz().toPlainString(),
                value.scale().toPlainString(),
                digest(value.samples()));
        return new Observation(
                key.identify(device, lead.lead().code(), time),
                new MeasurementSource(device, Optional.empty(), recording.patient()),
                lead.lead().code(),
                value,
                List.of(),
                time.map(start -> Timing.of(start, at)).orElseGet(() -> Timing.received(at)),
                time.isPresent() ? Set.of() : Set.of(MeasurementStatus.DEVICE_CLOCK_UNSET),
                new Provenance(origin.driver(), refs, origin.simulated()));
    }

    private static DeviceTime later(DeviceTime start, EcgRecording recording, long samples) {
        long micros = recording
                .intervalMicros()
                .multiply(BigDecimal.valueOf(samples))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
        return new DeviceTime(start.reported().plus(micros, ChronoUnit.MICROS), start.offset(), start.offsetBasis());
    }

    /** All leads of one recording belong together, and read again they still do. */
    private static long stream(EcgRecording recording) {
        return recording
                .startedAt()
                .map(start -> Math.max(0, TimeScale.epochMicros(start.instant())))
                .orElseGet(() -> Long.parseLong(
                        digest(recording.leads().get(0).samples()).substring(0, 12), 16));
    }

    private static String digest(Samples samples) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.size() * Integer.BYTES);
        samples.stream().forEach(bytes::putInt);
        return RawFrameRef.of(Bytes.of(bytes.array())).sha256();
    }
}
