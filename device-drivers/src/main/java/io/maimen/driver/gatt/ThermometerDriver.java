package io.maimen.driver.gatt;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.reading.Origin;
import io.maimen.observation.DriverRef;
import java.util.List;
import java.util.Optional;

/**
 * The driver {@code thermometer}: thermometers with the Health Thermometer Service (1809). Stateless.
 */
public final class ThermometerDriver implements DeviceDriver {
    private static final DriverRef REF = new DriverRef("thermometer", "1");

    /** For {@link java.util.ServiceLoader}. */
    public ThermometerDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "thermometers with the Health Thermometer Service (1809), Celsius and Fahrenheit",
                "Bluetooth LE through BlueZ",
                "",
                "Health Thermometer Service 1.0",
                "simulator on a virtual BlueZ; public unit-test bytes; no thermometer was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.BY_TRANSPORT;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(TemperatureMeasurement.DECODER);
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new IntroducedProtocol(
                Origin.of(context, REF),
                introduction -> new ServiceProtocol(
                        introduction.origin(), Optional.empty(), TemperatureObservations.LISTENING));
    }
}
