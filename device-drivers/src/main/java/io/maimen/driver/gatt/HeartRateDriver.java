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
 * The driver {@code heart-rate}: chest straps and watches with the Heart Rate Service (180D). Stateless.
 */
public final class HeartRateDriver implements DeviceDriver {
    private static final DriverRef REF = new DriverRef("heart-rate", "1");

    /** For {@link java.util.ServiceLoader}. */
    public HeartRateDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "chest straps and watches with the Heart Rate Service (180D)",
                "Bluetooth LE through BlueZ",
                "a strap remembers nothing",
                "Heart Rate Service 1.0",
                "simulator on a virtual BlueZ; public unit-test bytes; no strap was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.BY_TRANSPORT;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(HeartRateMeasurement.DECODER);
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new IntroducedProtocol(
                Origin.of(context, REF),
                introduction ->
                        new ServiceProtocol(introduction.origin(), Optional.empty(), HeartRateObservations.LISTENING));
    }
}
