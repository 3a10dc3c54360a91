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

/**
 * The driver {@code glucose-meter}: meters with the Glucose Service (1808), whose stored records are asked for at each connection. Stateless.
 */
public final class GlucoseMeterDriver implements DeviceDriver {
    private static final DriverRef REF = new DriverRef("glucose-meter", "1");

    /** For {@link java.util.ServiceLoader}. */
    public GlucoseMeterDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "meters with the Bluetooth SIG's Glucose Service (1808): stored records with their "
                        + "context, asked for at each connection",
                "Bluetooth LE through BlueZ",
                "the meter deletes nothing, so what is lost on the way comes again",
                "Glucose Service 1.0.1",
                "simulator on a virtual BlueZ; public captures and unit-test bytes; no meter was " + "connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.BY_TRANSPORT;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(GlucoseMeasurement.DECODER, GlucoseContext.DECODER, RecordAccess.DECODER);
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        RecordAccess.wanted(context.options()); // refused now, not when the device has answered
        return new IntroducedProtocol(Origin.of(context, REF), GlucoseMeterProtocol::new);
    }
}
