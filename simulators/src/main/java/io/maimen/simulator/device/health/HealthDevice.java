package io.maimen.simulator.device.health;

import static io.maimen.simulator.device.bluez.Peripheral.uuid;

import io.maimen.observation.Bytes;
import io.maimen.observation.code.Nomenclature;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One device: measures while somebody listens, and says who it is, how its battery stands and what its clock shows. Device
 * Information 1.1, Battery Service 1.0, Current Time Service 1.1.
 */
final class HealthDevice implements EventDevice {
    static final String MANUFACTURER = uuid("2a29");
    static final String MODEL = uuid("2a24");
    static final String BATTERY = uuid("2a19");
    static final String CURRENT_TIME = uuid("2a2b");

    private static final int BATTERY_PERCENT = 87;

    private final DeviceClock clock;
    private final String channel;
    private final Duration every;
    private final Function<LocalDateTime, List<DeviceAct>> measurement;

    HealthDevice(
            DeviceClock clock, String channel, Duration every, Function<LocalDateTime, List<DeviceAct>> measurement) {
        this.clock = clock;
        this.channel = channel;
        this.every = every;
        this.measurement = measurement;
    }

    @Override
    public List<DeviceAct> subscribed(String subscribed, Instant at) {
        return subscribed.equals(channel) ? List.of(new Wake(every)) : List.of();
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        List<DeviceAct> acts = new ArrayList<>(measurement.apply(clock.shows(at)));
        acts.add(new Wake(every));
        return acts;
    }

    @Override
    public List<DeviceAct> asked(String asked, Instant at) {
        return own(asked, clock.shows(at));
    }

    @Override
    public List<DeviceAct> written(String written, Bytes bytes, Instant at) {
        if (written.equals(CURRENT_TIME)) {
            time(bytes).ifPresent(shown -> clock.set(shown, at));
        }
        return List.of();
    }

    /** What it says of itself; nothing for another channel. */
    static List<DeviceAct> own(String asked, LocalDateTime shown) {
        if (asked.equals(MANUFACTURER)) {
            return List.of(new FrameWriter().text("Maimen").on(asked));
        }
        if (asked.equals(MODEL)) {
            return List.of(new FrameWriter().text("simulated").octets(0).on(asked)); // padded, as many do
        }
        if (asked.equals(BATTERY)) {
            return List.of(
                    new Measured(Nomenclature.BATTERY_CHARGE, Optional.of(String.valueOf(BATTERY_PERCENT)), "%"),
                    new FrameWriter().octets(BATTERY_PERCENT).on(asked));
        }
        return asked.equals(CURRENT_TIME)
                ? List.of(new FrameWriter()
                        .dateTime(shown)
                        .octets(shown.getDayOfWeek().getValue(), 0, 0)
                        .on(asked))
                : List.of();
    }

    /** The Date Time at the beginning of a Current Time; empty where there is no such day. */
    static Optional<LocalDateTime> time(Bytes bytes) {
        if (bytes.size() < 7) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes.toArray()).order(ByteOrder.LITTLE_ENDIAN);
        try {
            return Optional.of(LocalDateTime.of(in.getShort(), in.get(), in.get(), in.get(), in.get(), in.get()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
