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
 * The driver {@code glucose-monitor}: continuous glucose monitors with the CGM Service (181F). Stateless.
 */
public final class GlucoseMonitorDriver implements DeviceDriver {
    private static final DriverRef REF = new DriverRef("glucose-monitor", "1");

    /** For {@link java.util.ServiceLoader}. */
    public GlucoseMonitorDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "continuous monitors with the CGM Service (181F), with and without E2E-CRC",
                "Bluetooth LE through BlueZ",
                "stored records come again",
                "CGM Service 1.0.2",
                "simulator; public unit-test bytes; no monitor was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.BY_TRANSPORT;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(
                GlucoseMonitorRecord.DECODER,
                GlucoseMonitorStatus.DECODER,
                GlucoseMonitorSession.DECODER,
                CurrentTime.DECODER);
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        RecordAccess.wanted(context.options()); // refused now, not when the device has answered
        return new IntroducedProtocol(Origin.of(context, REF), GlucoseMonitorProtocol::new);
    }
}
