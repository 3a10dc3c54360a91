package io.maimen.simulator.device.health;

import io.maimen.observation.code.Nomenclature;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.FrameWriter;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Ear thermometers. Health Thermometer Service 1.0: indicates a temperature with its time. */
public final class ThermometerFamily extends SigFamily {
    /** Nothing is chosen here: {@link java.util.ServiceLoader} makes it. */
    public ThermometerFamily() {
        super("thermometer", "1809", "2a1c", "indicate");
    }

    @Override
    Function<LocalDateTime, List<DeviceAct>> measurement(String channel, Random random) {
        return shown -> {
            int hundredths = 3600 + random.nextInt(400);
            return List.of(
                    new Measured(
                            Nomenclature.BODY_TEMPERATURE,
                            Optional.of(BigDecimal.valueOf(hundredths, 2).toPlainString()),
                            "Cel"),
                    new FrameWriter()
                            .octets(0b110) // Celsius, time stamp, type
                            .medfloat(hundredths, -2)
                            .dateTime(shown)
                            .octets(3) // in the ear
                            .on(channel));
        };
    }
}
