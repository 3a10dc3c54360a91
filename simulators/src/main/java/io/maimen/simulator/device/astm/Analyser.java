package io.maimen.simulator.device.astm;

import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.device.Stop;
import io.maimen.simulator.device.astm.SendOutcome.Again;
import io.maimen.simulator.device.astm.SendOutcome.Taken;
import io.maimen.simulator.journal.Journal;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.journal.JournalEntry.Completed;
import io.maimen.simulator.journal.JournalEntry.SpecimenOffered;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Measures specimens at a steady pace and sends them one after the other until each is taken. Confined to one thread. */
final class Analyser {
    private final DeviceId device;
    private final SpecimenGenerator specimens;
    private final Records records;
    private final FrameSender sender;
    private final Duration interval;
    private final Journal journal;
    private final Consumer<String> log;
    private final Clock clock;
    /** Measured and not yet taken, oldest first. */
    private final Deque<Specimen> memory = new ArrayDeque<>();

    Analyser(
            DeviceId device,
            SpecimenGenerator specimens,
            Records records,
            FrameSender sender,
            Duration interval,
            Journal journal,
            Consumer<String> log,
            Clock clock) {
        this.device = device;
        this.specimens = specimens;
        this.records = records;
        this.sender = sender;
        this.interval = interval;
        this.journal = journal;
        this.log = log;
        this.clock = clock;
    }

    /** Works until {@code stop}. What is not taken by then stays offered. */
    void run(Stop stop) throws IOException {
        Instant nextAt = clock.instant().plus(interval);
        boolean first = true;
        while (stop.measuring() || (stop.sending() && !memory.isEmpty())) {
            Instant now = clock.instant();
            while (stop.measuring() && !nextAt.isAfter(now)) {
                memory.add(specimens.next(now));
                nextAt = nextAt.plus(interval);
            }
            if (memory.isEmpty()) {
                // Not longer than a moment, so that a wish to stop is heard.
                Duration untilNext = Duration.between(now, nextAt);
                sender.pause(untilNext.compareTo(Duration.ofMillis(250)) < 0 ? untilNext : Duration.ofMillis(250));
                continue;
            }
            Specimen specimen = memory.getFirst();
            if (first) {
                journal.write(new SpecimenOffered(
                        clock.instant(), device, specimen.id(), specimen.offered(), specimen.alertRules()));
            }
            first = offer(specimen);
        }
    }

    /** Whether the specimen was taken and the next is another one. */
    private boolean offer(Specimen specimen) throws IOException {
        List<String> message = records.of(specimen, clock.instant());
        SendOutcome outcome = sender.send(message, index -> beforeFrame(specimen, index));
        if (outcome instanceof Again again) {
            log.accept("again " + specimen.id() + ": " + again.reason());
            sender.pause(again.pause());
            return false;
        }
        if (outcome instanceof Taken) {
            journal.write(new JournalEntry.Taken(clock.instant(), device, JournalEntry.Kind.SPECIMEN, specimen.id()));
            memory.removeFirst();
            log.accept("taken " + specimen.id());
        }
        return true;
    }

    private void beforeFrame(Specimen specimen, int index) {
        for (int n = 0; n < specimen.results().size(); n++) {
            if (index == Records.indexOfResult(n) && specimen.results().get(n).critical()) {
                journal.write(new Completed(clock.instant(), device, specimen.id()));
            }
        }
    }
}
