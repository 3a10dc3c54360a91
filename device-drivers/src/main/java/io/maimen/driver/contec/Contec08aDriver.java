package io.maimen.driver.contec;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;

/**
 * The driver {@code contec-08a}: the cuff Contec 08A over USB. Its records can be decoded; no connection speaks USB
 * HID yet. Stateless.
 */
public final class Contec08aDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("contec-08a", "1");

    /** For {@link java.util.ServiceLoader}. */
    public Contec08aDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "the cuff Contec 08A: records can be decoded",
                "USB HID, which the gateway does not speak yet",
                "",
                "none published; read out of public captures",
                "public captures; no device was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.NONE;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(CuffRecord.DECODER);
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        throw new IllegalArgumentException("DEC-017 driver " + REF.name()
                + " reads bytes but holds no conversation: no connection speaks USB HID");
    }
}
