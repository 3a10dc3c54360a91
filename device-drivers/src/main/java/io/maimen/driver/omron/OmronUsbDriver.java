package io.maimen.driver.omron;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;

/**
 * The driver {@code omron-usb}: the cuffs Omron 790IT and 7080IT over USB. Their frames can be decoded; no connection
 * speaks USB HID yet. Stateless.
 */
public final class OmronUsbDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("omron-usb", "1");

    /** For {@link java.util.ServiceLoader}. */
    public OmronUsbDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "cuffs Omron 790IT and 7080IT: messages can be decoded",
                "USB HID, which the gateway does not speak yet",
                "",
                "none published",
                "public captures; no device was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.NONE;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(UsbCommand.DECODER, UsbReply.DECODER);
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        throw new IllegalArgumentException("DEC-017 driver " + REF.name()
                + " reads bytes but holds no conversation: no connection speaks USB HID");
    }
}
