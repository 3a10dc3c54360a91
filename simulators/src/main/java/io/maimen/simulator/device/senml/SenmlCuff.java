package io.maimen.simulator.device.senml;

import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.device.Stop;
import io.maimen.simulator.device.cuff.CuffReading;
import io.maimen.simulator.device.cuff.CuffReadings;
import io.maimen.simulator.device.senml.CuffLine.Answer;
import io.maimen.simulator.journal.Journal;
import io.maimen.simulator.journal.JournalEntry.Completed;
import io.maimen.simulator.journal.JournalEntry.Kind;
import io.maimen.simulator.journal.JournalEntry.Taken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Measures at a steady pace and sends reading after reading, oldest first, each until it is taken. Confined to one thread. */
final class SenmlCuff {
    private static final Duration PULSE = Duration.ofMillis(100);

    private final DeviceId device;
    private final CuffReadings people;
    private final Duration every;
    private final PackFormat format;
    private final CuffLine line;
    private final Journal journal;
    private final Consumer<String> log;
    private final Clock clock;
    /** Measured and not yet taken, oldest first. */
    private final Deque<CuffReading> memory = new ArrayDeque<>();

    private Instant sendFrom = Instant.MIN;

    SenmlCuff(
            DeviceId device,
            CuffReadings people,
            Duration every,
            PackFormat format,
            CuffLine line,
            Journal journal,
            Consumer<String> log,
            Clock clock) {
        this.device = device;
        this.people = people;
        this.every = every;
        this.format = format;
        this.line = line;
        this.journal = journal;
        this.log = log;
        this.clock = clock;
    }

    /** Works until {@code stop}. What is not taken by then stays offered. */
    void run(Stop stop) throws InterruptedException {
        Instant nextAt = clock.instant();
        while (stop.measuring() || (stop.sending() && !memory.isEmpty())) {
            Instant now = clock.instant();
            if (stop.measuring() && !nextAt.isAfter(now)) {
                people.next(now).ifPresent(this::measured);
                nextAt = now.plus(every);
            }
            if (memory.isEmpty() || now.isBefore(sendFrom)) {
                rest();
            } else {
                offer(memory.getFirst());
            }
        }
    }

    private void measured(CuffReading reading) {
        journal.write(reading.offered(clock.instant(), device));
        memory.add(reading);
    }

    private void offer(CuffReading reading) throws InterruptedException {
        if (reading.alertRules() > 0) {
            journal.write(new Completed(clock.instant(), device, reading.key()));
        }
        Answer answer = line.send(format.pack(device.value(), reading));
        if (answer instanceof Answer.Again again) {
            log.accept("again " + reading.key() + ": " + again.reason());
            sendFrom = clock.instant().plus(again.pause());
            return;
        }
        memory.removeFirst();
        if (answer instanceof Answer.Stored) {
            journal.write(new Taken(clock.instant(), device, Kind.BLOOD_PRESSURE, reading.key()));
            log.accept("taken " + reading.key());
        } else {
            log.accept("refused " + reading.key() + ": the gateway says that it is no pack");
        }
    }

    /** Not longer than a moment, so that a wish to stop is heard. */
    private static void rest() throws InterruptedException {
        boolean woken = new CountDownLatch(1).await(PULSE.toMillis(), TimeUnit.MILLISECONDS);
        if (woken) {
            throw new IllegalStateException("nobody wakes a resting cuff");
        }
    }
}
