package io.maimen.driver.gatt;

import io.maimen.driver.DeviceContext;
import io.maimen.observation.DriverRef;

/** The one option all drivers of this package have: {@code simulated: true}, for a device that nobody wears. Stateless. */
final class SimulatedOption {
    private SimulatedOption() {}

    /** What the readings of a connection share. */
    static Reading.Terms terms(DeviceContext context, DriverRef driver) {
        return new Reading.Terms(context, driver, of(context));
    }

    static boolean of(DeviceContext context) {
        return switch (context.options().text("simulated").orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new IllegalArgumentException("GATT-020 options.simulated must be true or false but was "
                        + context.options().text("simulated").orElse(""));
        };
    }
}
