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
 * The driver {@code omron-usb}: the cuffs Omron 790IT and 7080IT over USB. Stateless.
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
                "cuffs Omron 790IT and 7080IT over USB: the memory of two users",
                "USB HID through Linux's hidraw",
                "the cuff keeps its records, which are fetched again",
                "none published; the conversation of the maker's program",
                "simulator; public captures; no device was connected yet");
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
        return new OmronUsbProtocol(context);
    }
}
