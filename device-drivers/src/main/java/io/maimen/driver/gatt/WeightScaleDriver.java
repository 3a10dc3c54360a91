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
 * The driver {@code weight-scale}: scales with the Weight Scale Service (181D) or the Body Composition Service (181B). Stateless.
 */
public final class WeightScaleDriver implements DeviceDriver {
    private static final DriverRef REF = new DriverRef("weight-scale", "1");

    /** For {@link java.util.ServiceLoader}. */
    public WeightScaleDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "scales with the Weight Scale Service (181D) or the Body Composition Service (181B), "
                        + "several users, kilogram and pound",
                "Bluetooth LE through BlueZ",
                "",
                "Weight Scale Service 1.0, Body Composition Service 1.0",
                "simulators; public unit-test bytes; no scale was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.BY_TRANSPORT;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(WeightMeasurement.DECODER, BodyCompositionMeasurement.DECODER);
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new IntroducedProtocol(
                Origin.of(context, REF),
                introduction -> new ServiceProtocol(
                        introduction.origin(), Optional.empty(), WeightObservations.WEIGHT, new BodyComposition()));
    }
}
