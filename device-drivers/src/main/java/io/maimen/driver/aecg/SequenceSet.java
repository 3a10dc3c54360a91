package io.maimen.driver.aecg;

import io.maimen.driver.recording.RefusedFile;
import io.maimen.observation.time.DeviceTime;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sequences of one time axis, as they are being read. Confined to one thread. */
final class SequenceSet {
    private final String seriesBegin;
    private final List<Sequence> sequences = new ArrayList<>();

    /** @param seriesBegin the time that relative ones count from, as the file writes it; empty without one */
    SequenceSet(String seriesBegin) {
        this.seriesBegin = seriesBegin;
    }

    void add(Sequence sequence) {
        sequences.add(sequence);
    }

    List<Sequence> leads() {
        return sequences.stream().filter(Sequence::isLead).toList();
    }

    BigDecimal intervalMicros() throws RefusedFile {
        Sequence.Part increment = time().part("increment");
        return PhysicalNumber.micros("increment", increment.value(), increment.unit());
    }

    /** When the first sample was taken; empty where the file does not say, or a clock that was never set. */
    Optional<DeviceTime> startedAt(ZoneId place) throws RefusedFile {
        Sequence.Part head = time().part("head");
        if (time().isAbsolute()) {
            return Hl7Timestamp.read(head.value(), place);
        }
        long micros = PhysicalNumber.micros("head", head.value(), head.unit()).longValue();
        return Hl7Timestamp.read(seriesBegin, place)
                .map(begin -> new DeviceTime(
                        begin.reported().plus(micros, ChronoUnit.MICROS), begin.offset(), begin.offsetBasis()));
    }

    private Sequence time() throws RefusedFile {
        return sequences.stream()
                .filter(Sequence::isTime)
                .findFirst()
                .orElseThrow(() -> new RefusedFile(
                        "AEC-005", 0, "a sequence set must have a TIME_ABSOLUTE or TIME_RELATIVE but had none"));
    }
}
