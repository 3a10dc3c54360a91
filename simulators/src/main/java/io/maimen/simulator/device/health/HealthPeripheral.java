package io.maimen.simulator.device.health;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.Stop;
import io.maimen.simulator.device.bluez.Peripheral;
import io.maimen.simulator.device.bluez.Radio;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Calls out until somebody connects, then tells what it measures and answers what is written. Confined to one thread: what the
 * radio tells waits in a queue for it.
 */
final class HealthPeripheral implements Peripheral {
    private static final Duration PULSE = Duration.ofMillis(20);
    private static final Duration CALL_EVERY = Duration.ofSeconds(1);

    private final String address;
    private final String name;
    private final HealthProfile profile;
    private final Duration every;
    private final Consumer<String> log;
    private final Clock clock;
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    /** What was asked for and is not sent yet. */
    private List<Sending> answers = List.of();

    private boolean listened;
    private Instant nextMeasurement = Instant.MIN;
    private Instant nextCall = Instant.MIN;

    /**
     * A device that nobody has connected to yet.
     *
     * @param every between two measurements
     * @param log hears each value that went out
     */
    HealthPeripheral(
            String address, String name, HealthProfile profile, Duration every, Consumer<String> log, Clock clock) {
        this.address = address;
        this.name = name;
        this.profile = profile;
        this.every = every;
        this.log = log;
        this.clock = clock;
    }

    /** Works until {@code stop}. */
    void run(Radio radio, Stop stop) throws InterruptedException {
        while (stop.measuring()) {
            step(radio, clock.instant());
            Runnable event = events.poll(PULSE.toMillis(), TimeUnit.MILLISECONDS);
            if (event != null) {
                event.run();
                drain(radio);
            }
        }
        radio.leave();
    }

    private void step(Radio radio, Instant now) {
        drain(radio);
        if (listened && !nextMeasurement.isAfter(now)) {
            nextMeasurement = now.plus(every);
            send(radio, profile.measures(now));
        }
        if (!listened && !nextCall.isAfter(now)) {
            nextCall = now.plus(CALL_EVERY);
            radio.advertise();
        }
    }

    private void drain(Radio radio) {
        for (Runnable event = events.poll(); event != null; event = events.poll()) {
            event.run();
        }
        send(radio, answers);
        answers = List.of();
    }

    private void send(Radio radio, List<Sending> values) {
        for (Sending value : values) {
            if (radio.indicate(value.uuid(), value.value().toArray())) {
                log.accept(value.uuid().substring(4, 8) + " " + value.value().hex());
            }
        }
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<GattService> services() {
        return List.of(profile.service());
    }

    /** None of its characteristics can be read. */
    @Override
    public byte[] read(String uuid) {
        return new byte[0];
    }

    @Override
    public void written(String uuid, byte[] value) {
        events.add(() -> answers = profile.answers(uuid, Bytes.of(value)));
    }

    @Override
    public void connected() {
        events.add(() -> log.accept("connected"));
    }

    @Override
    public void subscribed(String uuid) {
        events.add(() -> listened = true);
    }

    @Override
    public void unsubscribed() {
        events.add(() -> listened = false);
    }

    @Override
    public void disconnected() {
        events.add(() -> listened = false);
    }
}
