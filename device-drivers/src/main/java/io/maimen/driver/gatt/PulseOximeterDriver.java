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
 * The driver {@code pulse-oximeter}: oximeters with the Pulse Oximeter Service (1822), spot checks and continuous values. Stateless.
 */
public final class PulseOximeterDriver implements DeviceDriver {
    private static final DriverRef REF = new DriverRef("pulse-oximeter", "1");

    /** For {@link java.util.ServiceLoader}. */
    public PulseOximeterDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "oximeters with the Pulse Oximeter Service (1822), spot checks and continuous values",
                "Bluetooth LE through BlueZ",
                "",
                "Pulse Oximeter Service 1.0.1",
                "simulator on a virtual BlueZ; public unit-test bytes; no oximeter was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.BY_TRANSPORT;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(OximeterMeasurement.SPOT_CHECK, OximeterMeasurement.CONTINUOUS);
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new IntroducedProtocol(
                Origin.of(context, REF),
                introduction -> new ServiceProtocol(
                        introduction.origin(),
                        Optional.of(new RecordDownload(RecordAccess.reportAll())),
                        OximeterObservations.SPOT_CHECK,
                        OximeterObservations.CONTINUOUS));
    }
}
