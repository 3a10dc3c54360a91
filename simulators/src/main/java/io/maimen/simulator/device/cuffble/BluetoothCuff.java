package io.maimen.simulator.device.cuffble;

import static io.maimen.simulator.device.bluez.Peripheral.uuid;

import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.device.Stop;
import io.maimen.simulator.device.bluez.Peripheral;
import io.maimen.simulator.device.bluez.Radio;
import io.maimen.simulator.device.cuff.CuffReading;
import io.maimen.simulator.device.cuff.CuffReadings;
import io.maimen.simulator.journal.Journal;
import io.maimen.simulator.journal.JournalEntry.Completed;
import io.maimen.simulator.journal.JournalEntry.Indicated;
import io.maimen.simulator.journal.JournalEntry.Kind;
import io.maimen.simulator.journal.JournalEntry.Taken;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Measures, calls out while it has news, and indicates its whole memory to whoever subscribes; then it leaves. Confined to one
 * thread: what the radio tells waits in a queue for it.
 */
final class BluetoothCuff implements Peripheral {
    static final String MEASUREMENT = uuid("2a35");
    static final String DATE_TIME = uuid("2a08");
    static final String MODEL_NUMBER = uuid("2a24");

    private static final Duration PULSE = Duration.ofMillis(20);
    /** A cuff to which nobody says anything leaves. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DeviceId device;
    private final String address;
    private final CuffReadings readings;
    private final Duration every;
    private final ZoneId zone;
    private final CuffHabits habits;
    private final CuffMemory memory;
    private final Journal journal;
    private final Consumer<String> log;
    private final Clock clock;
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final Set<String> sent = new HashSet<>();
    private Optional<Download> download = Optional.empty();
    private Instant nextMeasurement = Instant.MIN;
    private Instant nextCall = Instant.MIN;
    private Instant leaveAt = Instant.MAX;
    private int downloads;

    /**
     * A cuff that has not measured yet.
     *
     * @param every between two readings
     * @param zone of the clock on its display
     */
    BluetoothCuff(
            DeviceId device,
            String address,
            CuffReadings readings,
            Duration every,
            ZoneId zone,
            CuffHabits habits,
            Journal journal,
            Consumer<String> log,
            Clock clock) {
        this.device = device;
        this.address = address;
        this.readings = readings;
        this.every = every;
        this.zone = zone;
        this.habits = habits;
        this.memory = new CuffMemory(habits.remember());
        this.journal = journal;
        this.log = log;
        this.clock = clock;
    }

    /** Works until {@code stop}. What is not taken by then stays offered. */
    void run(Radio radio, Stop stop) throws InterruptedException {
        while (stop.measuring() || (stop.sending() && memory.hasNews())) {
            step(radio, clock.instant(), stop.measuring());
            Runnable event = events.poll(PULSE.toMillis(), TimeUnit.MILLISECONDS);
            if (event != null) {
                event.run();
            }
        }
        radio.leave();
    }

    /** Hears the events that came, measures when it is time and goes on with what is under way. */
    void step(Radio radio, Instant now, boolean measuring) {
        for (Runnable event = events.poll(); event != null; event = events.poll()) {
            event.run();
        }
        if (measuring && !nextMeasurement.isAfter(now)) {
            nextMeasurement = now.plus(every);
            readings.next(now).ifPresent(this::keep);
        }
        if (download.isPresent()) {
            download.get().step(radio, now);
        } else if (!leaveAt.isAfter(now)) {
            log.accept("nobody subscribed");
            leave(radio);
        } else if (memory.hasNews() && !nextCall.isAfter(now)) {
            nextCall = now.plus(habits.pace().callEvery());
            radio.advertise();
        }
    }

    private void keep(CuffReading reading) {
        journal.write(reading.offered(clock.instant(), device));
        log.accept("measured " + reading.key());
        memory.keep(reading);
    }

    private void leave(Radio radio) {
        download = Optional.empty();
        leaveAt = Instant.MAX;
        radio.leave();
    }

    /** The memory on its way to one subscriber. */
    private final class Download {
        private final List<CuffReading> content = memory.all();
        private final int number = ++downloads;
        private int next;
        private Instant completeAt = Instant.MIN;

        void step(Radio radio, Instant now) {
            boolean halfway = next > 0 && next == (content.size() + 1) / 2;
            if (halfway && habits.vanishes(number)) {
                log.accept("BlueZ forgets the cuff in the middle of download " + number);
                download = Optional.empty();
                leaveAt = Instant.MAX;
                radio.vanish();
            } else if (halfway && habits.walksAway(number)) {
                log.accept("walks away in the middle of download " + number);
                leave(radio);
            } else if (next < content.size()) {
                completeAt = now.plus(habits.pace().stay());
                indicate(radio, content.get(next++));
            } else if (!completeAt.isAfter(now)) {
                content.forEach(this::take);
                leave(radio);
            }
        }

        private void indicate(Radio radio, CuffReading reading) {
            boolean first = !sent.contains(reading.key());
            if (first && reading.alertRules() > 0) {
                journal.write(new Completed(clock.instant(), device, reading.key()));
            }
            if (!radio.indicate(MEASUREMENT, MeasurementBytes.of(reading, zone))) {
                leave(radio);
                return;
            }
            if (sent.add(reading.key())) {
                journal.write(new Indicated(clock.instant(), device, Kind.BLOOD_PRESSURE, reading.key()));
                log.accept("indicated " + reading.key());
            }
            if (habits.forgetful()) {
                memory.forget(reading);
            }
        }

        private void take(CuffReading reading) {
            if (memory.take(reading)) {
                journal.write(new Taken(clock.instant(), device, Kind.BLOOD_PRESSURE, reading.key()));
                log.accept("taken " + reading.key());
            }
        }
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public String name() {
        return device.value();
    }

    @Override
    public List<GattService> services() {
        return List.of(
                new GattService(uuid("180a"), List.of(new GattCharacteristic(MODEL_NUMBER, List.of("read")))),
                new GattService(
                        uuid("1810"),
                        List.of(
                                new GattCharacteristic(MEASUREMENT, List.of("indicate")),
                                new GattCharacteristic(DATE_TIME, List.of("write")))));
    }

    /** The model, the one characteristic that can be read, padded as many do. */
    @Override
    public byte[] read(String uuid) {
        return "MB-1\0".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void written(String uuid, byte[] value) {
        events.add(() -> log.accept("clock set: " + HexFormat.of().formatHex(value)));
    }

    @Override
    public void connected() {
        events.add(() -> leaveAt = clock.instant().plus(PATIENCE));
    }

    @Override
    public void subscribed(String uuid) {
        events.add(() -> {
            if (download.isEmpty()) {
                download = Optional.of(new Download());
            }
        });
    }

    @Override
    public void unsubscribed() {
        events.add(() -> {
            download = Optional.empty();
            leaveAt = clock.instant();
        });
    }

    @Override
    public void disconnected() {
        events.add(() -> {
            download = Optional.empty();
            leaveAt = Instant.MAX;
        });
    }
}
