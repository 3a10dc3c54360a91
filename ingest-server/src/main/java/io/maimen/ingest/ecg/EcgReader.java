package io.maimen.ingest.ecg;

import io.maimen.ingest.admit.Admission;
import io.maimen.ingest.clinical.ReaderProgress;
import io.maimen.ingest.follow.FactBatch;
import io.maimen.ingest.follow.FactReader;
import io.maimen.log.LogException;
import io.maimen.log.LogPosition;
import io.maimen.observation.Observation;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.wire.FactCodec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Analyses the ECGs in the log and tells findings into it. Called by one thread at a time.
 *
 * <p>What the analysis knows is in memory only. So two positions are kept: how far findings were told, and one some minutes
 * earlier from which it begins again after a restart, silently until it is where it was. A finding has its name from the
 * device's own count of samples, so what is told twice is one observation.
 */
public final class EcgReader implements FactReader {
    private static final String NAME = "ecg";
    private static final String LEAD_IN = "ecg-lead-in";
    private static final Duration BEGIN_BEFORE = Duration.ofMinutes(3);
    private static final Duration IDLE = Duration.ofHours(1);

    private final ReaderProgress progress;
    private final Admission admission;
    private final Clock clock;
    private final LogPosition told;
    private final Map<DeviceId, EcgDevice> devices = new HashMap<>();
    private final Deque<Passed> passed = new ArrayDeque<>();
    private final List<Fact> pending = new ArrayList<>();
    private volatile LogPosition at;

    /** Where the reader stood at a time by the server's clock. */
    private record Passed(Instant time, LogPosition position) {}

    /** Continues where the last one with this progress was. */
    public EcgReader(ReaderProgress progress, Admission admission, Clock clock) {
        this.progress = progress;
        this.admission = admission;
        this.clock = clock;
        told = progress.of(NAME);
        at = progress.of(LEAD_IN);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LogPosition cursor() {
        return at;
    }

    @Override
    public LogPosition needs(LogPosition cursor) {
        return at;
    }

    @Override
    public void read(FactBatch batch) {
        Set<DeviceId> concerned = new LinkedHashSet<>();
        Optional<Instant> admitted = Optional.empty();
        for (Fact fact : batch.facts()) {
            admitted = Optional.of(fact.admittedAt());
            if (fact instanceof ObservedFact observed && LeadStream.isAnalysed(observed.observation())) {
                DeviceId device = observed.observation().source().device();
                devices.computeIfAbsent(device, any -> new EcgDevice(observed.gateway()))
                        .take(observed);
                concerned.add(device);
            }
        }
        admitted.ifPresent(time -> passed(time, batch.next(), concerned));
        // Of a batch that was told in part before a restart all is told: what is told twice is one observation.
        boolean silent = batch.next().compareTo(told) <= 0;
        for (DeviceId device : concerned) {
            tell(devices.get(device), silent);
        }
        append();
        progress.keep(NAME, later(batch.next(), told), LEAD_IN, at);
    }

    private void passed(Instant time, LogPosition next, Set<DeviceId> concerned) {
        passed.addLast(new Passed(time, next));
        while (passed.size() > 1 && passed.peekFirst().time().isBefore(time.minus(BEGIN_BEFORE))) {
            at = passed.removeFirst().position();
        }
        devices.entrySet().removeIf(entry -> {
            boolean idle = entry.getValue().lastArrival().isBefore(time.minus(IDLE));
            if (idle) {
                entry.getValue().end();
                tell(entry.getValue(), next.compareTo(told) <= 0);
                concerned.remove(entry.getKey());
            }
            return idle;
        });
    }

    private void tell(EcgDevice device, boolean silent) {
        List<Observation> findings = device.findings();
        if (!silent) {
            Instant now = clock.instant();
            findings.forEach(finding -> pending.add(FactCodec.unproved(finding, device.gateway(), now)));
        }
    }

    /** What could not be appended is kept and appended with the next batch, which is offered again until it is taken. */
    private void append() {
        if (pending.isEmpty()) {
            return;
        }
        try {
            admission.tell(pending);
            pending.clear();
        } catch (LogException e) {
            throw new IllegalStateException(
                    "SRV-120 the log must take ECG findings but does not: " + e.getMessage(), e);
        }
    }

    private static LogPosition later(LogPosition one, LogPosition other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
