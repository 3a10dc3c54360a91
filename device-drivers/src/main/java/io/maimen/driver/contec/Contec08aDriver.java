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
 * The driver {@code contec-08a}: the cuff Contec 08A over USB. Stateless.
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
                "the cuff Contec 08A over USB: the memory of three users",
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
        return List.of(CuffRecord.DECODER);
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new Contec08aProtocol(context);
    }
}
