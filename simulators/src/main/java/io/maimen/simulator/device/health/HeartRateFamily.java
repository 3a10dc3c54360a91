package io.maimen.simulator.device.health;

import io.maimen.observation.code.Nomenclature;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.FrameWriter;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Chest straps. Heart Rate Service 1.0: notifies rate and RR intervals. */
public final class HeartRateFamily extends SigFamily {
    /** Nothing is chosen here: {@link java.util.ServiceLoader} makes it. */
    public HeartRateFamily() {
        super("heart-rate", "180d", "2a37", "notify");
    }

    @Override
    Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    Function<LocalDateTime, List<DeviceAct>> measurement(String channel, Random random) {
        return shown -> {
            int rate = 60 + random.nextInt(40);
            return List.of(
                    new Measured(Nomenclature.HEART_RATE, Optional.of(String.valueOf(rate)), "/min"),
                    new FrameWriter()
                            .octets(0b1_0110) // contact there, RR intervals, rate in one byte
                            .octets(rate)
                            .little(2, 60 * 1024 / rate)
                            .on(channel));
        };
    }
}
