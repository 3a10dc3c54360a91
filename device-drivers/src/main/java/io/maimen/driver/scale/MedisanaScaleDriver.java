package io.maimen.driver.scale;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;

/**
 * The driver {@code medisana-scale}: Medisana BS440 and BS444 over Bluetooth. Option: {@code simulated}. Stateless.
 */
public final class MedisanaScaleDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("medisana-scale", "1");

    /** For {@link java.util.ServiceLoader}. */
    public MedisanaScaleDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "Medisana BS440 and BS444, users",
                "Bluetooth LE through BlueZ",
                "",
                "none published",
                "simulator; one public capture; no device was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.BY_TRANSPORT;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(MedisanaWeight.DECODER);
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new MedisanaScaleProtocol(context);
    }
}
